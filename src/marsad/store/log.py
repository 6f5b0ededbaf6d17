"""The log of a store: every addition and every forgetting, each line sealed with the one before.

A line holds the id of a report or judgement and a hash of what was added to it, never its words, so the chain stays
whole when a report is forgotten.
"""

from sqlalchemy import Connection, insert, select

from marsad.store.rows import content_hash
from marsad.store.schema import change_log

BEGINNING = ""


def seal(previous: str, what: str, name: str, content: str) -> str:
    """Return the hash of a line: of the line before, what was done, to which id, and the hash of its content."""
    return content_hash([previous, what, name, content])


def write_line(connection: Connection, what: str, name: str, content: str) -> None:
    """Add a line to the log, in the transaction of the change it tells of."""
    newest = select(change_log.c.hash).order_by(change_log.c.seq.desc()).limit(1)
    previous = connection.execute(newest).scalar() or BEGINNING
    line = {"what": what, "id": name, "content": content, "previous_hash": previous}
    connection.execute(insert(change_log), [line | {"hash": seal(previous, what, name, content)}])
