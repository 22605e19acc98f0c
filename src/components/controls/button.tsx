import type { ReactNode } from 'react'
import { classNames } from '../elements/class-names'
import { ConsentButton, Tappable, View } from '../elements/elements'
import { Icon } from '../icon/icon'
import type { IconName } from '../icon/icon-names'
import './button.scss'

interface ButtonProps {
  /** One `primary` button a screen; `give-up` for what lets something go. What leads elsewhere reads as a row by itself. */
  readonly look?: 'primary' | 'secondary' | 'give-up'
  readonly size?: 'normal' | 'large'
  readonly icon?: IconName
  readonly to?: string
  readonly onTap?: () => void
  /** For screen readers, where the words on it do not say enough by themselves. */
  readonly label?: string
  readonly children: ReactNode
}

const look = (of: ButtonProps['look'], size: ButtonProps['size']) =>
  classNames('tappable button', `button--${of ?? 'secondary'}`, size === 'large' && 'button--large')

export function Button({ look: of, size, icon, to, onTap, label, children }: ButtonProps) {
  const leadsOn = to !== undefined && of === undefined
  return (
    <Tappable
      className={classNames(look(of, size), leadsOn && 'button--way')}
      to={to}
      onTap={onTap}
      label={label}
    >
      {icon === undefined ? null : <Icon name={icon} size={size === 'large' ? 'large' : 'medium'} />}
      {leadsOn ? <View className="button__way">{children}</View> : children}
      {leadsOn ? <Icon name="chevron-right" /> : null}
    </Tappable>
  )
}

/** Consent to WeChat's privacy rules, which counts on this button only. */
export function AgreeButton({
  onAgree,
  children,
}: {
  readonly onAgree: () => void
  readonly children: ReactNode
}) {
  return (
    <ConsentButton className={look('primary', 'normal')} onAgree={onAgree}>
      {children}
    </ConsentButton>
  )
}

/** Buttons side by side, one under the other where the text is large or the phone narrow. */
export function ButtonRow({ children }: { readonly children: ReactNode }) {
  return <View className="button-row">{children}</View>
}
