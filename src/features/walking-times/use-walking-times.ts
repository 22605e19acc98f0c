import { useEffect, useState } from 'react'
import type { ProfileName } from '../../../core/walkshed'
import { useShown } from '../../platform/navigate/lifecycle'
import { useDisplay } from '../display/display-provider'
import { type StartPoint, useStartPoint } from '../start-point/start-point'
import {
  areFresh,
  computeLater,
  areSameWalkingTimes,
  storedWalkingTimes,
  type WalkingTimes,
  walkerFor,
} from './walking-times'

/** Minutes from where we stand: those computed last at once, new ones when the page has come to rest. */
export function useWalkingTimes(): WalkingTimes | null {
  const { startPoint } = useStartPoint()
  const { edition } = useDisplay()
  const [, lookAgain] = useState(0)
  const walker = walkerFor(edition)
  const walkingTimes = walksFor(startPoint, walker)
  // Nothing new is no reason to draw a whole page again.
  useShown(() => {
    const walkerNow = walkerFor(edition)
    const isNew = walkerNow !== walker || !areSameWalkingTimes(walksFor(startPoint, walkerNow), walkingTimes)
    if (isNew) lookAgain((times) => times + 1)
  })
  useEffect(() => {
    if (areFresh(startPoint, walker)) return
    void computeLater(startPoint, walker).then((hasNew) => {
      if (hasNew) lookAgain((times) => times + 1)
    })
  }, [startPoint, walker])
  return walkingTimes
}

function walksFor(startPoint: StartPoint, walker: ProfileName): WalkingTimes | null {
  const walkingTimes = storedWalkingTimes(startPoint)
  return walkingTimes?.walker === walker ? walkingTimes : null
}

interface Held {
  readonly start: string
  readonly walkingTimes: WalkingTimes | null
}

/**
 * The minutes by which a list is ordered: those that are known when the page comes into view, or starts from
 * elsewhere. What is computed meanwhile is read in the rows, but moves none of them under a finger.
 */
export function useHeldWalkingTimes(): WalkingTimes | null {
  const { startPoint } = useStartPoint()
  const walkingTimes = useWalkingTimes()
  const [held, hold] = useState<Held | null>(null)
  const start = nameOf(startPoint)
  useShown(() => {
    if (held !== null && !areSameWalkingTimes(held.walkingTimes, walkingTimes)) hold(null)
  })
  if (held?.start === start) return held.walkingTimes
  hold({ start, walkingTimes })
  return walkingTimes
}

function nameOf(startPoint: StartPoint): string {
  if (startPoint.kind === 'none') return ''
  return startPoint.kind === 'position' ? startPoint.position.join() : startPoint.compound.id
}
