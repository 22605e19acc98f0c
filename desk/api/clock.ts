import { useSyncExternalStore } from 'react'
import { learntClock } from '../../core/kernel/server-clock'

/** This PC's own clock. */
export const pcNow = (): number => Date.now()

/** The server's time on this PC, learnt from each answer; until the first one the PC's own has to do. */
export const clock = learntClock(pcNow)

export const useClockWrong = (): boolean =>
  useSyncExternalStore(clock.onLearnt, clock.isDeviceWrong, clock.isDeviceWrong)
