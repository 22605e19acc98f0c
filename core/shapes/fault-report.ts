/** Characters, all of ASCII: a report stays below 2 kB. */
export const LONGEST_FAULT_MESSAGE = 300
export const LONGEST_FAULT_STACK = 1200

/** Anything that may be a number of somebody, a token or an id: four digits or more, or long with a digit. */
const ID = /[\w-]*\d[\w-]*/g
const isId = (word: string): boolean => word.replace(/\D/g, '').length >= 4 || word.length >= 16

/**
 * What went wrong, in words that tell nothing about people: without ids, numbers, addresses, queries, what stands in
 * double quotes, and what is not in Latin letters, as names of people and places. The same again changes nothing.
 */
export const faultMessage = (message: string): string =>
  message
    .replace(/"[^"]*"/g, '*')
    .replace(/[^\x20-\x7e]+/g, ' * ')
    .replace(/\?\S+/g, '')
    .replace(/\S+@\S+/g, '*')
    .replace(ID, (word) => (isId(word) ? '*' : word))
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, LONGEST_FAULT_MESSAGE)

/** `at go (app.js:1:2345)` in WeChat and Chromium, `go@https://…/app.js:1:2345` in Safari and Firefox. */
const FRAME = /^\s*(?:at\s.*|[^\s@]*@\S+):\d+:\d+\)?$/

/** Where it went wrong: the frames of a stack without queries; the message above them is left out. */
export function faultFrames(stack: string): string {
  let frames = ''
  for (const line of stack.split('\n')) {
    if (!FRAME.test(line)) continue
    const frame = line
      .trim()
      .replace(/\?[^\s)]*?(?=:\d+:\d+\)?$)/, '')
      .replace(/[^\x20-\x7e]+/g, '*')
    if (frames.length + frame.length + 1 > LONGEST_FAULT_STACK) break
    frames += frames === '' ? frame : `\n${frame}`
  }
  return frames
}
