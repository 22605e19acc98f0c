import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { onThemeChange, readDisplay } from '../../platform/display/display'
import type { Theme } from '../../platform/display/display-reading'
import { storedOnPhone } from '../../platform/storage/stored-on-phone'
import {
  displayScale,
  NO_DISPLAY_CHOICE,
  type DisplayChoice,
  type DisplayScale,
  type Edition,
} from '../../theme/text-scale'

interface Display extends DisplayScale {
  readonly theme: Theme
  /** `null`: as the phone. */
  readonly themeChoice: Theme | null
  readonly elderScale: number
  readonly chooseTheme: (theme: Theme | null) => void
  readonly chooseEdition: (edition: Edition) => void
  readonly chooseElderScale: (scale: number) => void
}

const DisplayContext = createContext<Display | null>(null)

function isDisplayChoice(found: unknown): found is DisplayChoice {
  if (typeof found !== 'object' || found === null) return false
  const { edition, elderScale, theme } = found as Partial<DisplayChoice>
  return (
    (edition === null || edition === 'standard' || edition === 'elder') &&
    typeof elderScale === 'number' &&
    (theme === undefined || theme === 'light' || theme === 'dark')
  )
}

const remembered = storedOnPhone<DisplayChoice>('display-1', NO_DISPLAY_CHOICE, isDisplayChoice)

export function DisplayProvider({ children }: { readonly children: ReactNode }) {
  const [{ fontFactor, theme: startTheme }] = useState(readDisplay)
  const [phoneTheme, setPhoneTheme] = useState(startTheme)
  const [choice, setChoice] = useState(remembered.read)
  useEffect(() => onThemeChange(setPhoneTheme), [])

  const display = useMemo<Display>(() => {
    const choose = (next: DisplayChoice) => {
      setChoice(next)
      remembered.write(next)
    }
    return {
      ...displayScale(fontFactor, choice),
      theme: choice.theme ?? phoneTheme,
      themeChoice: choice.theme ?? null,
      elderScale: choice.elderScale,
      chooseTheme: (theme) => choose({ ...choice, theme: theme ?? undefined }),
      chooseEdition: (edition) => choose({ ...choice, edition }),
      chooseElderScale: (elderScale) => choose({ ...choice, edition: 'elder', elderScale }),
    }
  }, [fontFactor, phoneTheme, choice])

  return <DisplayContext.Provider value={display}>{children}</DisplayContext.Provider>
}

interface FixedDisplayProps {
  readonly edition: Edition
  readonly theme: Theme
  readonly children: ReactNode
}

/** As a phone would show it on which that was chosen: nothing here reads or changes what was chosen on this one. */
export function FixedDisplay({ edition, theme, children }: FixedDisplayProps) {
  const display = useMemo<Display>(
    () => ({
      ...displayScale(1, { ...NO_DISPLAY_CHOICE, edition }),
      theme,
      themeChoice: theme,
      elderScale: NO_DISPLAY_CHOICE.elderScale,
      chooseTheme: () => undefined,
      chooseEdition: () => undefined,
      chooseElderScale: () => undefined,
    }),
    [edition, theme],
  )
  return <DisplayContext.Provider value={display}>{children}</DisplayContext.Provider>
}

export function useDisplay(): Display {
  const display = useContext(DisplayContext)
  if (display === null) throw new Error('no DisplayProvider around this page')
  return display
}
