"""What a report says: claims, each with its words, its event, its holder and its stance."""

from marsad.claims.claim import (
    Attribution,
    Claim,
    ClaimType,
    Count,
    Harm,
    Kind,
    Lexeme,
    Link,
    LinkType,
    Mention,
    Relation,
    Role,
    Scope,
    Stance,
    Step,
)
from marsad.claims.extractor import Extractor, Finder, Finders, Found

__all__ = [
    "Attribution",
    "Claim",
    "ClaimType",
    "Count",
    "Extractor",
    "Finder",
    "Finders",
    "Found",
    "Harm",
    "Kind",
    "Lexeme",
    "Link",
    "LinkType",
    "Mention",
    "Relation",
    "Role",
    "Scope",
    "Stance",
    "Step",
]
