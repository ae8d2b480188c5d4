"""How many messages a second one core assesses."""

import time

from vaern.handle.triage import assess

MESSAGES = (
    "Hej Borgerservice. Jeg har ventet i tre uger på svar om min boligstøtte, og det er for "
    "dårligt. Kan I fortælle mig, hvornår jeg hører fra jer? Venlig hilsen en meget træt borger.",
    "Jeg ved, hvor du bor, og jeg ved, hvornår du får fri på mandag. Hvis jeg ikke får mine "
    "penge inden fredag, så kommer jeg hjem til dig. Du kan bare vente dig, din lille so.",
    "I er simpelthen SÅ uduelige!!! Jeg klager til borgmesteren og går til pressen, og min "
    "advokat har fået hele sagen. Det her stopper ikke, før I har givet mig en afgørelse.",
)


def measure(seconds: float = 5.0) -> dict[str, float]:
    """Messages of about 200 characters for some seconds, one at a time on one core."""
    assess(MESSAGES[0])
    done, begun, each = 0, time.perf_counter(), []
    while time.perf_counter() - begun < seconds:
        at = time.perf_counter()
        assess(f"{MESSAGES[done % 3]} {done}")
        each.append(time.perf_counter() - at)
        done += 1
    rate = done / (time.perf_counter() - begun)
    p95 = sorted(each)[int(len(each) * 0.95)] * 1000
    print(f"Triage: {rate:,.0f} messages a second on one core (200 characters), p95 {p95:.2f} ms")
    return {"messages_per_second": round(rate), "p95_ms": round(p95, 3)}
