import { Button, Input } from 'antd'
import { useRef, useState, type DragEvent } from 'react'
import type { DraftContent } from '../../core/contract/activity/draft'
import { uploadPicture } from '../api/upload-picture'
import { useLoaded } from '../api/use-loaded'
import { Field } from '../shared/record-form'
import { PHOTO } from '../text/photo'

type Photo = NonNullable<DraftContent['photo']>

interface PhotoFieldProps {
  readonly photo: Photo | null
  /** What is missing, red. */
  readonly error: string | null
  /** What the picture is sent for; `null` where it could not be saved, which is said elsewhere. */
  readonly activityId: () => Promise<string | null>
  readonly onChange: (photo: Photo | null) => void
  /** Once a file was stored. */
  readonly onStored: (photo: Photo) => void
}

/** The photo of an activity as residents see it, and what is to be seen on it. */
export function PhotoField({ photo, error, activityId, onChange, onStored }: PhotoFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const [isSending, setSending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const bring = async (file: File | undefined) => {
    if (file === undefined || isSending) return
    setSending(true)
    setFailure(null)
    const owner = await activityId()
    const uploaded = owner === null ? null : await uploadPicture(file, 'photo', owner)
    setSending(false)
    if (uploaded === null) return setFailure(PHOTO.saveFirst)
    if (uploaded.kind === 'failed') return setFailure(uploaded.sentence)
    onStored({ name: uploaded.picture.name, alt: photo?.alt ?? '' })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    void bring(event.dataTransfer.files[0])
  }
  return (
    <>
      <Field label={PHOTO.label} error={failure} hint={PHOTO.hint}>
        {({ id, 'aria-describedby': said }) => (
          <div className="photo-field" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
            <div className="field__row">
              <Button
                id={id}
                aria-describedby={said}
                loading={isSending}
                onClick={() => input.current?.click()}
              >
                {isSending ? PHOTO.sending : photo === null ? PHOTO.choose : PHOTO.other}
              </Button>
              {photo === null ? (
                <span className="soft">{PHOTO.drop}</span>
              ) : (
                <Button disabled={isSending} onClick={() => onChange(null)}>
                  {PHOTO.remove}
                </Button>
              )}
            </div>
            {photo === null ? null : <ShownPhoto photo={photo} />}
            <input
              ref={input}
              type="file"
              hidden
              accept="image/jpeg,image/png,image/webp,image/gif,image/heic,.heic"
              onChange={({ target }) => {
                const [file] = target.files ?? []
                // The same file again is chosen again.
                target.value = ''
                void bring(file)
              }}
            />
          </div>
        )}
      </Field>
      {photo === null ? null : (
        <Field label={PHOTO.alt} error={error} hint={PHOTO.altHint}>
          {({ status, ...control }) => (
            <Input
              {...control}
              status={status}
              maxLength={60}
              value={photo.alt}
              onChange={({ target }) => onChange({ ...photo, alt: target.value })}
            />
          )}
        </Field>
      )}
    </>
  )
}

/** At 16:9, as it was cut; for those who work on the activity, also before residents may see it. */
export function ShownPhoto({ photo }: { readonly photo: Photo }) {
  const [loaded] = useLoaded('file.look', { name: photo.name })
  return (
    <div className="photo-field__frame">
      {loaded.kind === 'ready' ? (
        <img src={`data:image/jpeg;base64,${loaded.value.base64}`} alt={photo.alt} />
      ) : null}
      {loaded.kind === 'failed' ? <p className="field__error">{loaded.sentence}</p> : null}
    </div>
  )
}
