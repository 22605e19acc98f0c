import { createNetwork, type Outside, type PhoneNetwork } from './network'
import { createStorage, type PhoneStorage } from './storage'

/** WGS-84, longitude first; the phone itself answers in what `type` asks for. */
export interface PhonePosition {
  readonly longitude: number
  readonly latitude: number
}

/** What somebody taps when WeChat asks; `ask` is how a new phone starts. */
export type Permission = 'would-grant' | 'would-deny' | 'granted' | 'denied'

/** A phone with WeChat on it, and its owner's mind. Everything here outlives a run of the mini-program. */
export interface Phone {
  readonly storage: PhoneStorage
  readonly network: PhoneNetwork
  outside: Outside
  /** Points of body text in WeChat's settings: 17 is standard, 23.8 is 关怀模式. */
  fontSize: number
  theme: 'light' | 'dark'
  platform: 'ios' | 'android'
  /** An iPhone up to iOS 15: a Promise waits for a timer. */
  latePromises: boolean
  /** WeChat's own location permission for this mini-program. */
  location: Permission
  /** Null: the phone cannot tell (a basement, location switched off). */
  position: PhonePosition | null
  /** The privacy rules were agreed to on WeChat's own kind of button. */
  privacyConsent: boolean
  /** What the owner says when WeChat asks whether it may send messages. */
  subscribing: 'accept' | 'reject' | 'switched-off'
  /** What the owner, or WeChat, does with a file that is to be sent to a chat; on Windows the interface is missing. */
  sharing: 'sends' | 'cancels' | 'refuses' | 'missing'
  /** No room for another file. */
  isFull: boolean
  /** Files that the mini-program left in its own folder, by path. */
  readonly files: Map<string, string>
  /** What arrived in a chat. */
  readonly sentFiles: { readonly name: string; readonly text: string }[]
  /** What `wx.scanCode` reads; null: the owner steps back. */
  codeInSight: string | null
  /** Roots of subpackages that WeChat has not fetched yet: without a network their pages do not open. */
  readonly unfetched: ReadonlySet<string>
  /** Which button the owner taps where a sentence has two. */
  answering: () => 'confirm' | 'cancel'
  /** Whether WeChat may write into the calendar; what stands there. */
  calendar: 'would-grant' | 'denied'
  readonly calendarEntries: Readonly<Record<string, unknown>>[]
  /** WeChat has fetched a newer version than the one that starts. */
  hasNewVersion: boolean
  /** What WeChat does with the address of an article of a 公众号. */
  opensArticles: 'opens' | 'refuses'
  /** Whether WeChat itself may use the camera. */
  camera: 'granted' | 'denied'
  /** The phone's clock when the next run starts; null: now. */
  clock: number | null
  readonly widthPoints: number
  /** How long each sound lasts. */
  soundMs: number
}

export function createPhone(given: Partial<Omit<Phone, 'storage' | 'network'>> = {}): Phone {
  return {
    storage: createStorage(),
    network: createNetwork(),
    outside: {},
    fontSize: 17,
    theme: 'light',
    platform: 'android',
    latePromises: false,
    location: 'would-grant',
    position: { longitude: 120.1175, latitude: 30.2152 },
    privacyConsent: false,
    subscribing: 'accept',
    sharing: 'sends',
    isFull: false,
    files: new Map(),
    sentFiles: [],
    codeInSight: null,
    unfetched: new Set(),
    answering: () => 'confirm',
    calendar: 'would-grant',
    calendarEntries: [],
    hasNewVersion: false,
    opensArticles: 'opens',
    camera: 'granted',
    clock: null,
    widthPoints: 390,
    soundMs: 1,
    ...given,
  }
}
