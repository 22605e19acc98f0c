import type { ReactNode } from 'react'
import { Heading, Text, View } from '../elements/elements'
import type { PictureSubject } from '../pictures/draw-picture'
import { Picture } from '../pictures/picture'
import './room.scss'

interface RoomProps {
  readonly title: string
  /** What will be here, in one honest sentence. */
  readonly promise: string
  readonly picture?: PictureSubject
  readonly theme: 'light' | 'dark'
  /** What one can do meanwhile: at least one working way on. */
  readonly children: ReactNode
}

/** A room that is still being furnished: it says so, and which doors are open. */
export function Room({ title, promise, picture = 'door', theme, children }: RoomProps) {
  return (
    <View className="room">
      <Picture subject={picture} theme={theme} />
      <Heading level={1} className="title by-clause">
        {title}
      </Heading>
      <Text className="soft">{promise}</Text>
      {children}
    </View>
  )
}
