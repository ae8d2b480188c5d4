"""Who writes as one of us, and who of us is there to help."""

from collections import Counter
from collections.abc import Sequence

from vaern.ground.people.access import has_role
from vaern.ground.people.models import Person, RoleCode, Workplace
from vaern.ground.people.names import plain_words
from vaern.handle.reports import addressees
from vaern.handle.reports.forwarded import addresses

HELPERS = (RoleCode.MANAGER, RoleCode.AMR, RoleCode.HR, RoleCode.COMMUNICATIONS)


class Insiders:
    """The people who work here now and the mailboxes they share.

    An address is ours when it is exactly that of one of them, or that of a unit's mailbox on the
    domain most of them write from. A domain as such is nobody's: the sender may use the same.
    """

    def __init__(self, workplace: Workplace, staff: Sequence[Person]) -> None:
        self.workplace, self.staff = workplace, staff
        self.by_email = {one.email: one for one in staff if one.email}
        self.by_name = {plain_words(one.name): one for one in staff}
        self.domain = _main_domain(list(self.by_email))

    def wrote(self, name: str, address: str) -> bool:
        """Is the sender one of us? By the address; by the whole name only where there is none."""
        if not address:
            return plain_words(name) in self.by_name
        return address in self.by_email or self._shares(address)

    def _shares(self, address: str) -> bool:
        ours = address.rpartition("@")[2] == self.domain
        return ours and addressees.unit_of_mailbox(self.workplace, [address]) is not None

    def addressed(self, addresses: Sequence[str], names: Sequence[str] = ()) -> list[Person]:
        """Our people among addresses, and among names that stand without one; each once."""
        found = [self.by_email.get(one) for one in addresses]
        found += [self.by_name.get(plain_words(one)) for one in names]
        return list(dict.fromkeys(one for one in found if one is not None))

    def meant(self, text: str) -> list[Person]:
        """Whose address stands in what somebody typed; else the one whose whole name it is."""
        if found := self.addressed(addresses(text)):
            return found
        typed = plain_words(text)
        same = [one for one in self.staff if plain_words(one.name) == typed] if " " in typed else []
        return same if len(same) == 1 else []


def helps(person: Person) -> bool:
    """Is the person one that others turn to? What they send on is seldom about themselves."""
    return has_role(person, *HELPERS)


def _main_domain(addresses: Sequence[str]) -> str:
    """The domain that more than half write from; empty when there is none."""
    found = Counter(address.rpartition("@")[2] for address in addresses).most_common(1)
    return found[0][0] if found and found[0][1] * 2 > len(addresses) else ""
