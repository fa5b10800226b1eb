import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import type { Directory, Place } from "./directory";
import type { ShownPerson } from "./shown";
import { conversationNotFound, memberNotFound, type TeamsError } from "./teams-error";

export type ChannelEnv = { Bindings: HttpBindings };
export type ConnectorContext = Context<ChannelEnv>;

export function answerError(c: ConnectorContext, { status, code, message, headers }: TeamsError): Response {
  return c.json({ error: { code, message } }, status, headers);
}

/** Who is in a chat or channel, in the three ways the SDK asks. */
export function membersOf(directory: Directory): Hono<ChannelEnv> {
  const app = new Hono<ChannelEnv>();
  const all = (c: ConnectorContext) => peopleIn(directory, directory.place(c.req.param("conversation") ?? ""));

  app.get("/members", (c) => {
    const people = all(c);
    return people ? c.json(people.map((p) => member(directory, p))) : answerError(c, conversationNotFound);
  });
  app.get("/pagedmembers", (c) => {
    const people = all(c);
    return people ? c.json({ members: people.map((p) => member(directory, p)) }) : answerError(c, conversationNotFound);
  });
  app.get("/members/:member", (c) => {
    const people = all(c);
    if (!people) return answerError(c, conversationNotFound);
    const person = people.find((p) => p === directory.person(c.req.param("member")));
    return person ? c.json(member(directory, person)) : answerError(c, memberNotFound);
  });
  return app;
}

function peopleIn(directory: Directory, place: Place | undefined): ShownPerson[] | undefined {
  if (!place) return undefined;
  if (place.kind === "personal") return [place.person];
  return directory.people.filter((p) => place.channel.members.includes(p.id));
}

function member(directory: Directory, { teamsId, id, name }: ShownPerson) {
  return { id: teamsId, name, objectId: id, aadObjectId: id, tenantId: directory.tenant, userRole: "user" };
}
