"""How passwords are stored."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    """Argon2id as OWASP's Password Storage Cheat Sheet asks: 19 MiB, two rounds, one thread.

    Django's own takes 100 MiB and eight threads, so that a handful of sign-ins at once empties a
    small server. Passwords stored that way still open, and are stored anew at the next sign-in.
    """

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1
