/** What a school still lacks to follow its policy. */
export const lacking = {
  noChannel: (name: string) => `no channel is chosen as “${name}”, to which the ladder posts`,
  stepReachesNobody: (step: string, roles: string) => `the ladder reaches nobody at its step “${step}” (${roles})`,
  nobodyHas: (role: string, why: string) => `nobody has the role ${role}: ${why}`,
  approvers: "no visit can be approved",
  coordinators: "no visit can be coordinated",
  discussFirst: "nobody can talk a visit over first",
  visitorRoles: "there is no visitor",
  monitors: "nobody can hold the watch",
  safeguardingTo: "safeguarding concerns reach nobody",
  incidentsTo: "incidents reach nobody",
  ladder: "the ladder reaches nobody there",
  noCodeWord: (why: string) => `no code word is set, which ${why}`,
  policyAsks: (clauses: string) => `the policy asks for (${clauses})`,
  unlessChosen: "a school has unless it chooses otherwise",
};
