/**
 * The numbers in the rules of activities and registration. A row `rule_<name>` of the table `setting` overrides each,
 * which an operator writes: no sheet of the data pack has them. The defaults are those the rules were agreed with.
 * Every span of time they open is `[from, to)`.
 */
export interface RuleSettings {
  /** Persons in one registration at most; a smaller capacity allows fewer. */
  readonly partyLimit: number
  /** Parties that may wait, where the activity says nothing else. */
  readonly waitlistParties: number
  /** 现在要: minutes before the start from which a free seat goes to whoever asks, and nobody is promoted. */
  readonly askingMinutes: number
  /** Minutes after the start from which staff may release the seats of those who have not come. */
  readonly releaseMinutes: number
  /** Check-in opens so many minutes before the start… */
  readonly checkInBeforeMinutes: number
  /** …and ends so many minutes after the end. */
  readonly checkInAfterMinutes: number
  /** Hours after the end of check-in from which a roll may be closed: late uploads have arrived by then. */
  readonly rollHours: number
  /** Days before an activity in which missed activities count. */
  readonly coolDownDays: number
  /** Missed activities in a row that put a party last in the queue. */
  readonly coolDownNoShows: number
  /** Below this age, in years, a guardian's consent is needed. */
  readonly childAge: number
  /** Minute of the Shanghai day from which messages that can wait may go out. */
  readonly messagesFromMinute: number
  /** Minute of the Shanghai day from which they wait until the morning. */
  readonly messagesUntilMinute: number
  /** Minute of the day before the activity at which the one reminder is due. */
  readonly reminderMinute: number
  /** 明早 7:00 再定: minute of the next day at which staff promise to decide. */
  readonly decisionMinute: number
  /** 提前: hours that the new start leaves whoever has to come earlier. */
  readonly earlierHours: number
  /** 我来打: minutes for which a call is one colleague's. */
  readonly callMinutes: number
  /** Days after an activity for which a phone number left for it is kept. */
  readonly phoneDays: number
  /** Questions that one activity may ask at most. */
  readonly questionLimit: number
  /** Minutes for which a receipt of an opened code may be confirmed. */
  readonly receiptMinutes: number
  /** Hours back to which a time told by a phone that had no network is believed. */
  readonly uploadHours: number
  /** Wrong four-digit numbers that hold off a staff phone for that activity… */
  readonly wrongNumbers: number
  /** …when they were typed within so many minutes. */
  readonly wrongNumberMinutes: number
}

export const DEFAULT_RULES: RuleSettings = {
  partyLimit: 5,
  waitlistParties: 50,
  askingMinutes: 120,
  releaseMinutes: 15,
  checkInBeforeMinutes: 60,
  checkInAfterMinutes: 30,
  rollHours: 48,
  coolDownDays: 60,
  coolDownNoShows: 2,
  childAge: 14,
  messagesFromMinute: 8 * 60,
  messagesUntilMinute: 20 * 60,
  reminderMinute: 18 * 60,
  decisionMinute: 7 * 60,
  earlierHours: 24,
  callMinutes: 15,
  phoneDays: 30,
  questionLimit: 5,
  receiptMinutes: 10,
  uploadHours: 48,
  wrongNumbers: 5,
  wrongNumberMinutes: 10,
}
