import { useMemo } from 'react'
import type { Topic } from '../../../../core/domain/activity/activity'
import { View } from '../../../components/elements/elements'
import { asBackground } from '../../../components/facade/draw-facade'
import { drawActivityScene } from './draw-activity-scene'
import './activity-scene.scss'

interface ActivitySceneProps {
  readonly topic: Topic
  readonly theme: 'light' | 'dark'
}

/** What such an activity looks like. The words below it say everything. */
export function ActivityScene({ topic, theme }: ActivitySceneProps) {
  const picture = useMemo(() => asBackground(drawActivityScene(topic, theme)), [topic, theme])
  return <View className="activity-scene" style={{ backgroundImage: picture }} ariaHidden />
}
