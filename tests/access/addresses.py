"""Every address of the house, read from the URL configuration itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RegexPattern, RoutePattern


@dataclass(frozen=True)
class Address:
    """One pattern: its full name (``""`` when it has none) and the parameters of its route."""

    name: str
    route: str
    parameters: tuple[str, ...]


def addresses() -> list[Address]:
    """All that the URL configuration answers to, in the order it is asked."""
    return list(_walk(get_resolver(), "", "", ()))


def _walk(
    resolver: URLResolver, namespace: str, route: str, parameters: tuple[str, ...]
) -> Iterator[Address]:
    for found in resolver.url_patterns:
        here, all_of_them = f"{route}{found.pattern}", (*parameters, *_parameters(found))
        if isinstance(found, URLResolver):
            inner = f"{namespace}{found.namespace}:" if found.namespace else namespace
            yield from _walk(found, inner, here, all_of_them)
        else:
            name = f"{namespace}{found.name}" if found.name else ""
            yield Address(name, here, all_of_them)


def _parameters(found: URLPattern | URLResolver) -> tuple[str, ...]:
    pattern = found.pattern
    if isinstance(pattern, RoutePattern):
        return tuple(pattern.converters)
    if isinstance(pattern, RegexPattern):
        return tuple(pattern.regex.groupindex)
    return ()
