"""Who: actors, holders and victims, and the names they go by."""

from marsad.actors.actor import Actor, ActorKind, ReportContext, VictimClass, Victims

__all__ = ["Actor", "ActorKind", "ReportContext", "VictimClass", "Victims"]
