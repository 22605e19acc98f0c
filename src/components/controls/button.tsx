import type { ReactNode } from 'react'
import { classNames } from '../class-names'
import { ConsentButton, Tappable, View } from '../elements/elements'
import { Icon } from '../icon/icon'
import type { IconName } from '../icon/icon-names'
import './button.scss'

interface ButtonProps {
  /** One `primary` button a screen. */
  readonly look?: 'primary' | 'secondary'
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
  return (
    <Tappable className={look(of, size)} to={to} onTap={onTap} label={label}>
      {icon === undefined ? null : <Icon name={icon} size={size === 'large' ? 'large' : 'medium'} />}
      {children}
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
