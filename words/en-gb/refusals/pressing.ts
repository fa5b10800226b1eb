/** Why a button does nothing now, whatever it is for. */
export const pressing = {
  unknownVerb: "This button isn't known here. Write “help” to see what you can do.",
  noSuchVisit: "There is no such visit.",
  notRegistered: "Homeward doesn't know you. Ask your school's office to add you.",
  notSaved: "The visit could not be read or stored.",
  planMoved: "The plan has changed since this card was sent. Here it is as it stands now: please look again.",
  alarmOver: "That alarm is over. If somebody may be in danger now, ring 999.",
  full: "Nothing more of this kind fits into the record of this visit. Tell it in person, and write it down apart.",
  fullOutside: (phone: string) =>
    `Nothing more of this kind fits into the record of this visit. Ring the school now on ${phone} and say it. If somebody is in danger, ring 999.`,
  taskDone: "That has been done already.",
  wrongTime: {
    asked: "This visit hasn't been approved yet.",
    ready: "This visit is approved, and nobody has signed out yet.",
    out: "The visitors are out now, so that can't be changed any more.",
    back: "The visitors are back at school.",
    closed: "This visit is closed.",
    off: "This visit was called off.",
  },
};
