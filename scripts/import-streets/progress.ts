const WIDTH = 30

/** Shows how far each stage is: a bar that is drawn over on a terminal, one line a stage elsewhere. */
export class Progress {
  private stage = ''
  private drawn = -1

  constructor(private readonly out: NodeJS.WriteStream) {}

  begin(stage: string): void {
    this.finish()
    this.stage = stage
    if (!this.out.isTTY) this.out.write(`${stage} …\n`)
    else this.show(0)
  }

  show(share: number): void {
    const percent = Math.min(100, Math.floor(share * 100))
    if (!this.out.isTTY || percent === this.drawn) return
    this.drawn = percent
    const full = Math.round((percent / 100) * WIDTH)
    const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full)
    this.out.write(`\r${bar} ${String(percent).padStart(3)} %  ${this.stage}`)
  }

  /** Ends the line of a stage that is done. */
  finish(): void {
    if (this.out.isTTY && this.drawn >= 0) {
      this.show(1)
      this.out.write('\n')
    }
    this.drawn = -1
  }

  /** Ends the line where a stage broke off. */
  abandon(): void {
    if (this.out.isTTY && this.drawn >= 0) this.out.write('\n')
    this.drawn = -1
  }
}
