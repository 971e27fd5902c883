import { totalmem } from 'node:os';
import { SOCKET_DIRECTORY } from './postgres-socket.js';

const MEGABYTE = 1024 * 1024;

/** How PostgreSQL runs beside the API on one small machine: durable, and with the memory that is there. */
export function postgresFlags(port: number): string[] {
  const memory = totalmem() / MEGABYTE;
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: SOCKET_DIRECTORY,
    unix_socket_permissions: '0700',
    cluster_name: 'parley',
    max_connections: 100,

    // What was acknowledged is on the disk.
    fsync: 'on',
    synchronous_commit: 'on',
    // Nobody replicates this server, so the log need not tell more than a restart needs.
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_wal_size: '1GB',
    wal_compression: 'on',

    shared_buffers: `${clamp(memory / 16, 64, 512)}MB`,
    effective_cache_size: `${clamp(memory / 4, 256, 8192)}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    random_page_cost: 1.1,
    // Queries are short: compiling them, or sharing one among processes, costs more than it brings.
    jit: 'off',
    max_parallel_workers_per_gather: 0,
    idle_in_transaction_session_timeout: '60s',

    // A week of logs beside the data, with a file for each day of it.
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgresql-%a.log',
    log_rotation_age: '1d',
    log_rotation_size: 0,
    log_truncate_on_rotation: 'on',
    log_timezone: 'UTC',
    timezone: 'UTC',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function clamp(value: number, least: number, most: number): number {
  return Math.round(Math.min(Math.max(value, least), most));
}
