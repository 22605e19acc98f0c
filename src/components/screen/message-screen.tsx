import type { ReactNode } from 'react'
import { Heading, Text, View } from '../elements/elements'
import type { PictureSubject } from '../pictures/draw-picture'
import { Picture } from '../pictures/picture'
import './message-screen.scss'

interface MessageScreenProps {
  readonly title: string
  readonly text: string
  readonly picture?: PictureSubject
  readonly theme: 'light' | 'dark'
  /** What one can do meanwhile: at least one working way on. */
  readonly children: ReactNode
}

/** One message for the whole screen: what is so, and what one can do. */
export function MessageScreen({ title, text, picture = 'door', theme, children }: MessageScreenProps) {
  return (
    <View className="message-screen">
      <Picture subject={picture} theme={theme} />
      <Heading level={1} className="title by-clause">
        {title}
      </Heading>
      <Text className="soft">{text}</Text>
      {children}
    </View>
  )
}
