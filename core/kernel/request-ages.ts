/** Days for which the backend knows the number of an act that was done, and answers it with the first answer. */
export const REQUESTS_KEPT_DAYS = 7

/**
 * Days within which a phone still sends what it kept: one less than the backend remembers, so that a clock that is
 * wrong by a day lets nothing be done twice.
 */
export const SENT_WITHIN_DAYS = 6
