/** What a change of set-up means for those who are out when it takes effect. */
export const setUpMeaning = {
  staysKnown: "They are out now. They stay known on that visit until they are back: alarms, help and check-ins go on.",
  goesToOthers:
    "Somebody is out now. From then on alarms go to the others who have the role; one that they have taken climbs on to others after its hold.",
  rungThere: "They are out now, and are rung on the new number from now on.",
  newChannel:
    "Somebody is out now. Anything told from then on goes to the new channel, with its card; what was posted before stays where it is.",
  toldNext: "Somebody is out now. Whoever was told already may go on; what comes next is told to those on duty then.",
  keepLadder: "Somebody is out now. Visits that have been asked for keep the ladder they were asked under.",
  keepPolicy: "Somebody is out now. Visits that have been asked for keep what held then.",
  newNumbers: "Somebody is out now. Cards they have had show the old number until they are drawn anew: tell them.",
  watched:
    "Somebody is out now and goes on being watched over. Should nobody be there to watch by these times, somebody is asked at once.",
};
