import { parentPort, workerData } from 'node:worker_threads'
import { readTable } from './read-table'

// The thread of `cloud/gateways/table-reader`: bytes in, what stands in them out.
parentPort?.postMessage(readTable(Buffer.from(workerData as Uint8Array)))
