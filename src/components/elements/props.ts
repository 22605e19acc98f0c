import type { CSSProperties, ReactNode } from 'react'

/** What the built-in elements take on both platforms; nothing else may be used outside `platform`. */
export interface BoxProps {
  readonly className?: string | undefined
  readonly style?: CSSProperties | undefined
  readonly id?: string | undefined
  readonly ariaLabel?: string | undefined
  readonly ariaRole?:
    'button' | 'link' | 'heading' | 'img' | 'alert' | 'status' | 'group' | 'list' | 'listitem' | undefined
  readonly ariaHidden?: boolean | undefined
  /** Scrolls within itself: in a browser the arrow keys reach it. */
  readonly takesKeys?: boolean | undefined
  /** For `Tappable` and its like: on WeChat a link, unless it has a role of its own. */
  readonly onClick?: (() => void) | undefined
  readonly children?: ReactNode
}

export interface TextProps {
  readonly className?: string | undefined
  /** Lets a resident press long and copy, for example a phone number. */
  readonly userSelect?: boolean | undefined
  readonly children?: ReactNode
}

/** A heading of the page's outline: one `title` a page. */
export interface HeadingProps {
  readonly level: 1 | 2 | 3
  readonly className?: string | undefined
  readonly children?: ReactNode
}

export interface TappableProps {
  /** Where it leads, as a route; in a browser it becomes a real link. */
  readonly to?: string | undefined
  readonly onTap?: (() => void) | undefined
  /** A finger moved it up or down; whoever cannot drag taps. */
  readonly onDrag?: ((downwards: boolean) => void) | undefined
  /** For screen readers, where the visible text does not say enough by itself. */
  readonly label?: string | undefined
  /** Of a choice among several: whether this one is chosen. */
  readonly chosen?: boolean | undefined
  readonly className?: string | undefined
  readonly children?: ReactNode
}

export interface SearchInputProps {
  readonly value: string
  readonly hint: string
  readonly label: string
  readonly className?: string | undefined
  /** Takes the keys as soon as its page opens. */
  readonly focus?: boolean | undefined
  readonly onChange: (value: string) => void
  /** The key 搜索, or Enter. */
  readonly onConfirm?: (() => void) | undefined
}

/** A line of text to fill in. */
export interface FieldInputProps {
  readonly value: string
  readonly hint: string
  readonly label: string
  /** Which keys the phone shows. */
  readonly keys: 'text' | 'number' | 'phone'
  /** Characters. */
  readonly longest: number
  readonly className?: string | undefined
  readonly onChange: (value: string) => void
}

export interface ConsentButtonProps {
  readonly className?: string | undefined
  readonly onAgree: () => void
  readonly children?: ReactNode
}
