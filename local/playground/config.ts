import { stringify } from "yaml";
import { BOT, type Directory } from "../page/directory";
import type { ShownPerson } from "../page/shown";

/** It takes five others, no more and no fewer; nobody talks to them. */
const OTHERS = 5;
const NO_GROUP = "00000000-0000-0000-0000-000000000000";

/** `.m365agentsplayground.yml`: one person of the school in front of the Playground, with the channels they work in. */
export function configFor(directory: Directory, person: ShownPerson): string {
  const others = directory.people.filter(({ id }) => id !== person.id).slice(0, OTHERS);
  const nobody = Array.from({ length: OTHERS - others.length }, (_, i) =>
    account({ id: `nobody-${i}`, name: "Nobody" }),
  );
  return stringify({
    version: "0.1.1",
    tenantId: directory.tenant,
    bot: BOT,
    currentUser: account(person),
    users: [...others.map(account), ...nobody],
    // Not the Teams page's own chat: cards are posted anew here instead of being looked for there.
    personalChat: { id: `a:playground-${person.id}` },
    groupChat: { id: `19:playground-${person.id}@thread.v2`, name: "Group" },
    team: teamOf(directory, person),
  });
}

const account = ({ id, name }: Pick<ShownPerson, "id" | "name">) => {
  const [givenName = name, ...rest] = name.split(" ");
  const email = `${id}@school.example`;
  const surname = rest.join(" ") || name;
  return { id: `29:${id}`, name, aadObjectId: id, userPrincipleName: email, email, givenName, surname };
};

/** It takes one channel beside General, whose id is the team's and which it shows by itself. */
function teamOf({ schools, channels, place }: Directory, person: ShownPerson) {
  const school = schools.find(({ id }) => person.schools.includes(id));
  const ofSchool = channels.filter((channel) => channel.school === school?.id);
  const somewhere = place(ofSchool[0]?.id ?? "");
  const id = somewhere?.kind === "channel" ? somewhere.team : "19:team@thread.tacv2";
  const theirs = ofSchool.filter((channel) => channel.id !== id && channel.members.includes(person.id));
  const own = theirs.find(({ name }) => person.roles.includes(name.toLowerCase())) ?? theirs[0];
  const named = own ? [{ id: own.id, name: own.name }] : [];
  return { id, name: school?.name ?? "School", aadGroupId: NO_GROUP, channels: named };
}
