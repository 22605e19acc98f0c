import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { ActivityPage } from '../../../../core/contract/activity/activity-page'
import { queries } from '../../../api/queries'
import { View } from '../../../components/elements/elements'
import { asBackground } from '../../../components/facade/draw-facade'
import { Cover } from '../../../components/photo/cover'
import { pictureAddress, storeFile } from '../../../platform/file/stored-file'
import { drawActivityScene } from './draw-activity-scene'
import './activity-scene.scss'

interface ActivitySceneProps {
  readonly activity: Pick<ActivityPage, 'topic' | 'photo'>
  readonly theme: 'light' | 'dark'
}

/** The photo that staff brought, over what such an activity looks like: that stays where the photo does not come. */
export function ActivityScene({ activity: { topic, photo }, theme }: ActivitySceneProps) {
  const picture = useMemo(() => asBackground(drawActivityScene(topic, theme)), [topic, theme])
  return photo === null ? (
    <View className="activity-scene" style={{ backgroundImage: picture }} ariaHidden />
  ) : (
    <View className="activity-scene activity-scene--photo" style={{ backgroundImage: picture }}>
      <ScenePhoto key={photo.name} name={photo.name} label={photo.alt} />
    </View>
  )
}

function ScenePhoto({ name, label }: { readonly name: string; readonly label: string }) {
  const client = useQueryClient()
  const [isLost, setLost] = useState(false)
  const { data: address } = useQuery({
    queryKey: ['place-of-picture', name],
    queryFn: async () =>
      pictureAddress(name) ??
      storeFile(`${name}.jpg`, (await client.fetchQuery(queries.picture(name))).content),
    staleTime: Infinity,
    retry: false,
  })
  if (address === undefined || isLost) return null
  return <Cover name={name} address={address} label={label} onLost={() => setLost(true)} />
}
