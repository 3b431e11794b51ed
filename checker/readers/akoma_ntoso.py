"""XML law texts: Akoma Ntoso 2.0 and 3.0, and two national vocabularies.

Element names follow the OASIS standard «Akoma Ntoso Version 1.0 Part 2: Specifications»
(2018), the Justice Canada «LIMS» consolidation format and the D.C. Council library schema.
"""

from __future__ import annotations

from lxml import etree

from checker.errors import DraftError
from checker.readers.legal_xml import Vocabulary, read_legal_xml
from checker.readers.markup import local_name, parsed_xml
from checker.readers.reading import File, Reading

_AKN_LEVELS = (
    "alinea article book chapter clause division indent level list paragraph part point proviso rule"
    " section subchapter subclause subdivision sublist subparagraph subpart subpoint subrule subsection"
    " subtitle title tome transitional item preamble"
).split()
_NOTE = "note of the editor"
_METADATA = "metadata of the file"

AKOMA_NTOSO = Vocabulary(
    name="Akoma Ntoso",
    levels={name: name for name in _AKN_LEVELS} | {"hcontainer": "*"},
    numbers=frozenset({"num"}),
    headings=frozenset({"heading", "subheading"}),
    paragraphs=frozenset(
        "p block longTitle li listIntroduction formula intro content listConclusion container"
        " blockContainer crossHeading docTitle citation"
        " recital interstitial caption blockList ul ol signature tocItem".split()
    ),
    aside={
        "meta": _METADATA,
        "note": _NOTE,
        "authorialNote": _NOTE,
        "del": "struck out",
        "toc": "table of contents",
        "coverPage": "cover page",
        "remark": _NOTE,
    },
    after=frozenset({"wrapUp", "wrap", "listWrapUp"}),
    quotes=frozenset({"quotedStructure", "embeddedStructure"}),
    titles=frozenset({"docTitle", "shortTitle"}),
)

JUSTICE_CANADA = Vocabulary(
    name="Justice Canada LIMS",
    levels={
        "Section": "section",
        "Subsection": "subsection",
        "Paragraph": "paragraph",
        "Subparagraph": "subparagraph",
        "Clause": "clause",
        "Subclause": "subclause",
        "Definition": "item",
        "Schedule": "schedule",
        "Preamble": "preamble",
    },
    numbers=frozenset({"Label"}),
    headings=frozenset({"MarginalNote"}),
    paragraphs=frozenset({"Text", "Provision", "LongTitle", "Enacts", "Item", "FormHeading", "TitleText"}),
    aside={
        "HistoricalNote": _NOTE,
        "RecentAmendments": _NOTE,
        "ShortTitle": _METADATA,
        "RunningHead": _METADATA,
        "BillHistory": _METADATA,
        "Chapter": _METADATA,
        "ReaderNote": _NOTE,
        "Note": _NOTE,
        "Footnote": _NOTE,
        "RelatedOrNotInForce": "provisions of other acts",
    },
    after=frozenset(
        f"Continued{name}"
        for name in ("SectionSubsection", "Paragraph", "Subparagraph", "Clause", "Definition")
    ),
    headings_stand_alone=frozenset({"Heading", "ScheduleFormHeading"}),
    spaces=frozenset({"Leader", "LineBreak"}),
    raised=frozenset({"Sup"}),
)

DC_CODE = Vocabulary(
    name="D.C. Council library",
    levels={"section": "section", "para": "paragraph", "container": "part", "section-list": "section"},
    numbers=frozenset({"num"}),
    headings=frozenset({"heading"}),
    paragraphs=frozenset({"text"}),
    aside={"annotations": _NOTE, "meta": _METADATA, "annotation": _NOTE},
    after=frozenset({"aftertext"}),
)

#: Root element (or part of the namespace) and the vocabulary it announces.
_BY_ROOT = {"akomaNtoso": AKOMA_NTOSO, "Statute": JUSTICE_CANADA, "Regulation": JUSTICE_CANADA}
_BY_NAMESPACE = {
    "akomantoso": AKOMA_NTOSO,
    "legaldocml": AKOMA_NTOSO,
    "dccouncil.us": DC_CODE,
    "/akn": AKOMA_NTOSO,
}


def read_akoma_ntoso(file: File) -> Reading:
    """The provisions of an XML law text with their levels, numbers and headings."""
    root = parsed_xml(file, file.content)
    vocabulary = _vocabulary(root)
    if vocabulary is None:
        raise _unknown(file, root)
    reading = read_legal_xml(root, vocabulary)
    if not reading.title:
        titles = (node for node in root.iter() if local_name(node) in ("ShortTitle", "docTitle", "FRBRalias"))
        first = next(titles, None)
        reading.title = "" if first is None else first.get("value") or "".join(map(str, first.itertext()))
    return reading


def _vocabulary(root: etree._Element) -> Vocabulary | None:
    namespace = str(root.tag).rpartition("}")[0].lower()
    named = (vocabulary for part, vocabulary in _BY_NAMESPACE.items() if part in namespace)
    return _BY_ROOT.get(local_name(root)) or next(named, None)


def _unknown(file: File, root: etree._Element) -> DraftError:
    namespace = str(root.tag).rpartition("}")[0].lstrip("{")
    what = f"«{local_name(root)}»" + (f" ({namespace})" if namespace else "")
    known = "Akoma Ntoso, Justice Canada LIMS, D.C. Council library XML"
    return file.refuse(
        "its XML vocabulary is not known (root element %(what)s)",
        "give %(known)s, or the same law as HTML or DOCX",
        what=what,
        known=known,
    )
