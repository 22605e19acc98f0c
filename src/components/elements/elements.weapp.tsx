import { Button as TaroButton, Input, Text as TaroText, View as TaroView } from '@tarojs/components'
import type { ComponentType } from 'react'
import type {
  BoxProps,
  ConsentButtonProps,
  FieldInputProps,
  HeadingProps,
  SearchInputProps,
  TappableProps,
  TextProps,
} from './props'
import { chosenLabel } from '../../text/page'
import { dragHandlers } from './drag'
import { useOpenRoute } from './route-opener'

// Taro's own types lack the ARIA attributes that config/taro-patches adds to its templates.
export const View = TaroView as unknown as ComponentType<BoxProps>
export const Text = TaroText as unknown as ComponentType<TextProps>

/** The content of a page, as against the bars around it. */
export function Main({ className, children }: TextProps) {
  return <View className={className}>{children}</View>
}

/** What stays at the bottom of a page. */
export function Foot({ className, children }: TextProps) {
  return <View className={className}>{children}</View>
}

export function Heading({ className, children }: HeadingProps) {
  return (
    <View className={className} ariaRole="heading">
      {children}
    </View>
  )
}

/**
 * WeChat is sent each attribute of each row of a list. So its templates (config/taro-patches) say for all: what takes a tap
 * yields to the finger, and is a link as long as nothing else about it is told.
 */
export function Tappable({ to, onTap, onDrag, label, chosen, className, children }: TappableProps) {
  const openRoute = useOpenRoute()
  const spoken = chosen === true && label !== undefined ? chosenLabel(label) : label
  const plainLink = to !== undefined && spoken === undefined
  return (
    <View
      // Taro does not change the template of an element that takes taps: another one has to come.
      key={plainLink ? 'link' : 'told'}
      className={className}
      ariaRole={plainLink ? undefined : to === undefined ? 'button' : 'link'}
      ariaLabel={spoken}
      onClick={() => {
        onTap?.()
        if (to !== undefined) openRoute(to)
      }}
      {...dragHandlers(onDrag)}
    >
      {children}
    </View>
  )
}

/** Points between the words and the keyboard: what is said of a field stands below it and must stay in sight. */
export const CURSOR_SPACING = 80

export function SearchInput(props: SearchInputProps) {
  const { value, hint, label, className, focus, onChange, onConfirm } = props
  return (
    <Input
      className={className ?? ''}
      value={value}
      placeholder={hint}
      placeholderClass="search-hint"
      confirmType="search"
      focus={focus ?? false}
      cursorSpacing={CURSOR_SPACING}
      ariaLabel={label}
      onInput={(input) => onChange(input.detail.value)}
      onConfirm={() => onConfirm?.()}
    />
  )
}

export function FieldInput({ value, hint, label, keys, longest, className, onChange }: FieldInputProps) {
  return (
    <Input
      className={className ?? ''}
      value={value}
      placeholder={hint}
      placeholderClass="search-hint"
      // A landline has a dash, which WeChat's keys for numbers lack.
      type={keys === 'number' ? 'number' : 'text'}
      maxlength={longest}
      cursorSpacing={CURSOR_SPACING}
      ariaLabel={label}
      onInput={(input) => onChange(input.detail.value)}
    />
  )
}

/** WeChat forwards a page only from its own kind of button, and from its menu. */
export function ShareButton({ className, children }: TextProps) {
  return (
    <TaroButton className={className ?? ''} hoverClass="pressed" openType="share">
      {children}
    </TaroButton>
  )
}

/** WeChat counts consent to its privacy rules only when it was given on this kind of button. */
export function ConsentButton({ className, onAgree, children }: ConsentButtonProps) {
  return (
    <TaroButton
      className={className ?? ''}
      hoverClass="pressed"
      openType="agreePrivacyAuthorization"
      onAgreePrivacyAuthorization={onAgree}
    >
      {children}
    </TaroButton>
  )
}
