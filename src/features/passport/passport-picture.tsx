import { useEffect, useMemo, useState } from 'react'
import type { Passport } from '../../../core/contract/check-in/check-in'
import { Drawing } from '../../components/drawing/drawing'
import { Heading, Text, View } from '../../components/elements/elements'
import { Note } from '../../components/sheets/note'
import { routes } from '../../platform/navigate/routes'
import { codeLink } from '../../platform/picture/code-link'
import { paint } from '../../platform/picture/picture'
import { reportBug } from '../../platform/start/report'
import { trustLine } from '../../text/office/office'
import { PASSPORT, passportWords, type PassportWords, stampFigures } from '../../text/passport'
import { useSubdistrict } from '../page/use-home'
import { groupStamps } from './arrange-passport'
import { passportPainting, PRINTED, type PrintedStamp } from './draw-passport'

const CANVAS_ID = 'passport'

export type PassportPictureState =
  | { readonly kind: 'unasked' }
  | { readonly kind: 'drawing' | 'failed'; readonly label: string }
  | { readonly kind: 'ready'; readonly label: string; readonly address: string }

/** Draws the picture once it was asked for, and anew when there is another stamp. */
export function usePassportPicture(passport: Passport | null, asked: boolean): PassportPictureState {
  const words = useWords(passport)
  const [drawn, setDrawn] = useState<{ readonly of: PassportWords; readonly address: string | null } | null>(
    null,
  )
  useEffect(() => {
    if (!asked || passport === null || words === null) return undefined
    let wanted = true
    const show = (address: string | null) => {
      if (wanted) setDrawn({ of: words, address })
    }
    paint(CANVAS_ID, passportPainting(words, printedOf(passport), codeLink(routes.home))).then(
      show,
      (failure: unknown) => {
        reportBug(failure)
        show(null)
      },
    )
    return () => {
      wanted = false
    }
  }, [asked, passport, words])
  if (!asked || words === null) return { kind: 'unasked' }
  const { label } = words
  if (drawn?.of !== words) return { kind: 'drawing', label }
  return drawn.address === null ? { kind: 'failed', label } : { kind: 'ready', label, address: drawn.address }
}

function useWords(passport: Passport | null): PassportWords | null {
  const subdistrict = useSubdistrict()
  return useMemo(() => {
    if (passport === null) return null
    return passportWords({
      appName: subdistrict.appName,
      names: printedOf(passport).map(({ name }) => name),
      room: PRINTED,
      trust: trustLine(subdistrict),
    })
  }, [passport, subdistrict])
}

/** The latest stamp first. */
function printedOf(passport: Passport): readonly PrintedStamp[] {
  return groupStamps(passport)
    .flatMap(({ id, stamped }) => stamped.map(({ place, at }) => ({ name: place.shortName, at, group: id })))
    .sort((one, other) => other.at - one.at)
    .map(({ name, at, group }) => ({ name, figures: stampFigures(at), group }))
}

export function PassportPicture({ picture }: { readonly picture: PassportPictureState }) {
  if (picture.kind === 'unasked') return null
  return (
    <View className="stack">
      <Heading level={2} className="section">
        {PASSPORT.pictureHeading}
      </Heading>
      {picture.kind === 'failed' ? (
        <Note>{PASSPORT.failed}</Note>
      ) : (
        <>
          <Text className="soft">{picture.kind === 'drawing' ? PASSPORT.drawing : PASSPORT.pictureHow}</Text>
          <Drawing
            canvasId={CANVAS_ID}
            address={picture.kind === 'ready' ? picture.address : null}
            label={picture.label}
          />
        </>
      )}
    </View>
  )
}
