import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import type { RealtimeServer } from '../realtime/gateway.js';
import { Metrics } from './metrics.js';

/** What this process holds at the moment: sockets, and connections to the database. */
@Injectable()
@WebSocketGateway()
export class ProcessGauges implements OnModuleInit, OnGatewayInit<RealtimeServer> {
  constructor(
    private readonly metrics: Metrics,
    private readonly database: DataSource,
  ) {}

  onModuleInit(): void {
    const { master: pool } = this.database.driver as unknown as { master: Pool };
    this.metrics.gauge('database_connections', 'Connections to the database', () => pool.totalCount);
    this.metrics.gauge('database_idle', 'Connections that nobody uses', () => pool.idleCount);
    this.metrics.gauge('database_waiting', 'Queries that wait for a connection', () => pool.waitingCount);
  }

  afterInit(server: RealtimeServer): void {
    this.metrics.gauge('sockets', 'Open sockets', () => server.sockets.sockets.size);
  }
}
