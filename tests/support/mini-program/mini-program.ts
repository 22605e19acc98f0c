import type { RunRecord } from './record'
import type { Phone } from './phone/phone'
import type { Clock } from './realm/clock'
import type { ScreenNode } from './view/node'
import type { Target } from './view/query'

/** A mini-program that runs on a phone, seen by its owner: what the screen says, and what a finger does. */
export interface MiniProgram {
  readonly phone: Phone
  readonly clock: Clock
  readonly record: RunRecord
  /** Route of the page on top, without leading slash. */
  readonly route: () => string
  readonly title: () => string
  /** How many pages lie on the stack. */
  readonly depth: () => number
  /** What one reads from top to bottom, a line for each element. */
  readonly lines: () => string[]
  /** The same without line breaks: sentences may run through several elements. */
  readonly text: () => string
  readonly root: () => ScreenNode
  all(target: Target): ScreenNode[]
  one(target: Target): ScreenNode
  /** What each of them says. */
  texts(target: Target): string[]
  /** Waits until the screen shows it. @throws with what the screen says instead */
  sees(target: Target): Promise<ScreenNode>
  /** Waits until it is true. @throws naming `what` */
  until(what: string, isTrue: () => boolean): Promise<void>
  /** Waits until nothing is under way: no call, no drawing, no timer that is due at once. */
  settled(): Promise<void>
  /** Taps what `sees` would find, and waits until the app has come to rest. */
  tap(target: Target): Promise<void>
  /** What an element of WeChat's own tells the page: a map where it was tapped, or which of its markers. */
  fire(target: Target, kind: string, detail: Readonly<Record<string, unknown>>): Promise<void>
  type(target: Target, text: string): Promise<void>
  /** The owner taps an item of WeChat's own tab bar, by its text. */
  tapTab(text: string): Promise<void>
  /** The arrow at the top left, or the gesture. */
  back(): Promise<void>
  /** Pulls the page down. */
  pullDown(): Promise<void>
  /** Scrolls to the end of the page. */
  reachEnd(): Promise<void>
  /** The card that WeChat would send when the owner forwards this page. */
  share(): Promise<Readonly<Record<string, unknown>>>
  /** What would stand in Moments for this page; empty where the page has nothing for it. */
  shareToMoments(): Promise<Readonly<Record<string, unknown>>>
  /** WeChat goes to the background and comes back. */
  leaveAndReturn(): Promise<void>
  /** WeChat tells the mini-program of an error that nobody caught: its text, with the stack below. */
  tellOfError(text: string): void
  /** The same of a promise that was rejected, with its reason as it came. */
  tellOfRejection(reason: unknown): void
  /** Ends the run. @throws naming every fault of the run that was not taken */
  close(): Promise<void>
  /** The faults so far; they no longer fail `close`. */
  takeFaults(): string[]
}
