import type { ReactNode } from 'react'
import { Button } from '../controls/button'
import { Heading, View } from '../elements/elements'
import { Note } from '../sheets/note'
import { Picture } from '../pictures/picture'
import type { ScreenState, ScreenTrouble } from './screen-state'
import { PAGE } from '../../text/page'
import './screen.scss'

interface ScreenProps<Value> {
  readonly state: ScreenState<Value>
  readonly theme: 'light' | 'dark'
  /** A picture that is known before anything else, in place of a grey one. */
  readonly picture?: ReactNode
  readonly children: (value: Value) => ReactNode
}

/** One way for every page to wait, to fail and to show. */
export function Screen<Value>({ state, theme, picture, children }: ScreenProps<Value>) {
  if (state.kind === 'loading') return <Waiting picture={picture} />
  if (state.kind === 'troubled') return <Troubled trouble={state.trouble} theme={theme} />
  return (
    <>
      {state.note === null ? null : <Note icon="wifi-off">{state.note}</Note>}
      {children(state.value)}
    </>
  )
}

function Waiting({ picture }: { readonly picture?: ReactNode }) {
  return (
    <View className="waiting" ariaLabel={PAGE.opening} ariaRole="img">
      {picture ?? <View className="waiting__picture" />}
      <View className="waiting__line" />
      <View className="waiting__line waiting__line--short" />
      <View className="waiting__card" />
    </View>
  )
}

function Troubled({ trouble, theme }: { readonly trouble: ScreenTrouble; readonly theme: 'light' | 'dark' }) {
  return (
    <View className="message">
      <Picture subject="lamp-out" theme={theme} />
      <Heading level={1} className="message__title">
        {trouble.happened}
      </Heading>
      <View className="message__advice">{trouble.advice}</View>
      {trouble.onRetry === null ? null : (
        <Button look="primary" onTap={trouble.onRetry}>
          {PAGE.again}
        </Button>
      )}
    </View>
  )
}

interface EmptyProps {
  readonly title: string
  readonly advice: string
  readonly theme: 'light' | 'dark'
  /** Ways on; an empty page is no dead end. */
  readonly children?: ReactNode
}

/** Nothing to show, and what else there is. */
export function Empty({ title, advice, theme, children }: EmptyProps) {
  return (
    <View className="message">
      <Picture subject="bench" theme={theme} />
      <Heading level={1} className="message__title">
        {title}
      </Heading>
      <View className="message__advice">{advice}</View>
      {children}
    </View>
  )
}
