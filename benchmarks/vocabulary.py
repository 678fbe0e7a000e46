"""What the record of the benchmarks is made of: parts of sentences of an invented harbour board."""

from __future__ import annotations

from typing import Final


def _parts(text: str) -> tuple[str, ...]:
    return tuple(text.split("|"))


GIVEN: Final = _parts("Ada|Bo|Hedda|Ines|Mirela|Owen|Rory|Tomos|Wanda|Łucja|Siân|Yusuf|Nia|Elin|Femi|Greta")
FAMILY: Final = _parts("Obi|Lund|Moe|Faria|Stan|Pugh|Quayle|Rhys|Żak|Brandt|Carrow|Dunne|Ekholm|Fenn|Gale|Haldane")
WHO: Final = _parts(
    "the harbour master|the pilotage service|a working group of the board|the operators of the ferry|the lifeboat crew|"
    "the finance officer|the fishing association|the county’s engineers|the yacht clubs|officers of the port authority|"
    "the consultants|the owners of the boatyard|the residents’ forum|the coastguard|the dredging contractor|"
    "two of the tenants|the marine biologists|the clerk|the auditors|the schools along the quay|the volunteers"
)
DID: Final = _parts(
    "had looked again at|were asked to bring forward|would publish a first draft of|had agreed in principle to support|"
    "continued to speak of|set out the cost of|had met twice to discuss|would be invited to review|"
    "had received no answer concerning|expected to complete|agreed with|had taken legal advice on|"
    "wished to see more evidence for|planned to consult widely on|had written to the ministry about|would pay for|"
    "could not yet say anything certain about|had drawn attention to|worked hard to finish"
)
WHAT: Final = _parts(
    "the survey of the northern breakwater|a revised scale of mooring fees|the safety code for visiting craft|"
    "the repair of the slipway beside the fish market|new lighting along the eastern quay|the dredging licence|"
    "plans for a shared workshop and chandlery|the register of wrecks and obstructions|the emergency tow agreement|"
    "the maintenance backlog in basins 2 and 3|an apprenticeship scheme for boatbuilders|the water quality figures|"
    "a grant towards quieter pumps|the winter storage of small boats|the by-laws on speed & wash|the oil spill drill|"
    "the business case for shore power|parking for trailers during the regatta|the tide gauge that failed in autumn|"
    "access for wheelchair users at pontoon B|the museum’s wish to berth a tall ship|the waste contract"
)
HOW: Final = _parts(
    "before the end of the financial year|although the cost had risen by {p} per cent|following the storm of {d}|"
    "with a view to opening in {m}|as set out in appendix {n}|at a cost of no more than £{k},{z}00|"
    "subject to the outcome of the tender|in line with the strategy for {y} – {y2}|within the next {n} weeks|"
    "which had been raised at the meeting on {d}|given that only {n} of the {t} replies were in favour|"
    "without any call upon the reserves|after talks with neighbouring ports|so that nobody is left without a berth|"
    "wherever this can be done at low water|and would report back in {m}|for which there was a ‘strong case’|"
    "because {t} households depend on it|as the law of {y} requires|on the understanding that noise is kept down|"
    "and thanked everyone who had taken part|despite the delay of {n} months|to the value of £{t},{z}00 a year"
)
MONTHS: Final = _parts("January|February|March|April|May|June|July|August|September|October|November|December")
