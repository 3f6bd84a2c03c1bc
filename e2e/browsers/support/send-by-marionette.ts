import { once } from 'node:events'
import { connect } from 'node:net'
import type { Send } from './driven.js'
import { readMessages } from './read-messages.js'
import { PATIENCE } from './tab.js'

interface Fault {
  readonly error: string
  readonly message: string
}

type Answer = readonly [type: 1, id: number, fault: Fault | null, result: unknown]

interface Asked {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

const valueOf = (result: unknown): unknown =>
  result && typeof result === 'object' && 'value' in result ? result.value : result

/** Sends to Marionette, the driver within Firefox, which takes W3C WebDriver over plain TCP at this port. */
export const sendByMarionette = async (port: number): Promise<Send> => {
  const asked = new Map<number, Asked>()
  const socket = connect(port, '127.0.0.1').setNoDelay(true)
  await once(socket, 'connect')
  readMessages(socket, (message) => {
    // it begins with a greeting, which has no number
    if (!Array.isArray(message)) return
    const [, id, fault, result] = message as unknown as Answer
    if (fault) asked.get(id)?.reject(new Error(`${fault.error}: ${fault.message}`))
    else asked.get(id)?.resolve(valueOf(result))
  })
  const giveUp = (): void => {
    for (const { reject } of asked.values()) reject(new Error('Firefox is gone'))
  }
  socket.on('error', giveUp).on('close', giveUp)

  let count = 0
  return async ({ name, given = {}, patience = 2 * PATIENCE }) => {
    count += 1
    const id = count
    let timer: NodeJS.Timeout | undefined
    try {
      return await new Promise((resolve, reject) => {
        asked.set(id, { resolve, reject })
        timer = setTimeout(() => reject(new Error(`no answer to ${name}`)), patience)
        const text = JSON.stringify([0, id, `WebDriver:${name}`, given])
        socket.write(`${Buffer.byteLength(text)}:${text}`)
      })
    } finally {
      clearTimeout(timer)
      asked.delete(id)
    }
  }
}
