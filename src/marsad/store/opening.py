"""A store's file opened: made where there is none, brought up to date where it is older, refused where it is newer."""

from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from marsad.errors import StoreError
from marsad.store.failures import plainly
from marsad.store.schema import APPLICATION, HEAD

# How a transaction begins: a writer takes its turn at once, so that two never wait for each other.
READING = "BEGIN"
WRITING = "BEGIN IMMEDIATE"


def open_engine(path: Path, *, patience: float) -> Engine:
    """Return an engine on an up-to-date store; ``patience`` is how many seconds to wait for another writer."""
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": patience})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    try:
        with plainly(path):
            _bring_up_to_date(engine, path)
    except StoreError:
        engine.dispose()
        raise
    return engine


def begin(engine: Engine, how: str) -> Connection:
    """Return a connection whose transactions begin in this way."""
    return engine.connect().execution_options(begin=how)


def _prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    """Set what SQLite forgets with every connection; erased pages are overwritten with zeros."""
    # None: this page begins transactions itself, see https://docs.sqlalchemy.org/dialects/sqlite.html (pysqlite)
    connection.isolation_level = None
    cursor = connection.cursor()
    for setting in ("foreign_keys = ON", "secure_delete = ON", "recursive_triggers = ON", "synchronous = NORMAL"):
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(str(connection.get_execution_options().get("begin", READING)))


def _bring_up_to_date(engine: Engine, path: Path) -> None:
    with begin(engine, READING) as connection, connection.begin():
        version = _version(connection, path)
    if version == HEAD:
        return
    # Only now is the file known to be ours; the mode is kept in the file, so it is set once.
    raw = engine.raw_connection()
    raw.cursor().execute("PRAGMA journal_mode = WAL")
    raw.close()
    with begin(engine, WRITING) as connection, connection.begin():
        if _version(connection, path) != HEAD:
            _upgrade(connection)


def _version(connection: Connection, path: Path) -> str | None:
    """Return which migration the store has reached; None for an empty file. Anything unknown is refused."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if connection.execute(text("PRAGMA application_id")).scalar() != APPLICATION:
        raise StoreError(f"{path} is a database of another program; name another file for the store")
    version = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar())
    if version != HEAD and version not in _known():
        raise StoreError(f"the store {path} was made by a newer marsad (its version is {version}); install that one")
    return version


def _known() -> frozenset[str]:
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - Alembic is slow to load and hardly ever needed

    return frozenset(step.revision for step in ScriptDirectory(str(_migrations())).walk_revisions())


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - Alembic is slow to load and hardly ever needed
    from alembic.config import Config  # noqa: PLC0415 - the same

    config = Config()
    config.set_main_option("script_location", str(_migrations()).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _migrations() -> Path:
    return Path(__file__).with_name("migrations")
