import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const BATCH = [1, 2, 4, 8, 16, 32, 64, 128, 256];

/** What is measured of this process. `/metrics` shows it in the format of Prometheus. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();

  private readonly requests = new Histogram({
    name: 'parley_http_request_seconds',
    help: 'From the first byte of an HTTP request to its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [this.registry],
  });

  private readonly commands = new Histogram({
    name: 'parley_command_seconds',
    help: 'From a command over a socket to its acknowledgement',
    labelNames: ['command', 'outcome'],
    buckets: SECONDS,
    registers: [this.registry],
  });

  private readonly batches = new Histogram({
    name: 'parley_message_batch_size',
    help: 'Messages of one room that were committed together, which leave in one frame',
    buckets: BATCH,
    registers: [this.registry],
  });

  /** Looking labels up costs more than counting, and there are few. */
  private readonly commandTimers = new Map<string, { observe: (seconds: number) => void }>();

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** @param route with the names of its parameters, or there would be one series for each room */
  requestAnswered(method: string, route: string, status: number, milliseconds: number): void {
    this.requests.labels(method, route, String(status)).observe(milliseconds / 1_000);
  }

  commandAnswered(command: string, outcome: 'ok' | 'refused', milliseconds: number): void {
    const key = `${command} ${outcome}`;
    const timer = this.commandTimers.get(key) ?? this.commands.labels(command, outcome);
    this.commandTimers.set(key, timer);
    timer.observe(milliseconds / 1_000);
  }

  /** So many messages of one room were committed together. */
  batchWritten(size: number): void {
    this.batches.observe(size);
  }

  /** A number that is read whenever somebody asks for the metrics. */
  gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name: `parley_${name}`,
      help,
      registers: [this.registry],
      collect() {
        this.set(read());
      },
    });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  render(): Promise<string> {
    return this.registry.metrics();
  }
}
