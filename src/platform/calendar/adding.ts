/**
 * What became of an entry for the phone's calendar. `saved`: it stands there; `downloaded`: a file that the owner opens;
 * `privacy`: WeChat's privacy rules have to be agreed to first; `denied`: the owner or the phone lets nobody write there.
 */
export type AddedToCalendar = 'saved' | 'downloaded' | 'cancelled' | 'privacy' | 'denied' | 'unable'
