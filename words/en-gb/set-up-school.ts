/** Set-up of the school itself, and of who may set it up. */
export const setUpSchool = {
  school: {
    name: "Name of the school, as everybody reads it",
    rename: "Change the name",
    phone: "Number that visitors ring",
    phone2: "A second number (empty: none)",
    phoneHint: "+44 1332 900100",
    numbersHow: "Visitors ring these numbers when a press was not saved or there is no signal.",
    setNumbers: "Change the numbers",
    zone: "Time zone",
    zoneHow: "Visits that are under way keep their deadlines. All other times of day are read in the new zone.",
    setZone: "Change the time zone",
    administrators: "Administrators",
    administratorsHow:
      "They set the school up. It takes two: one proposes, another confirms. At least two always remain; whoever runs Homeward can name others in the schools file.",
    administrator: "Person of the school",
    add: "Make them an administrator",
    remove: "No longer an administrator",
    setName: "Name",
    numbersTitle: "Telephone",
  },
};
