import { CreateInstance1795000000001 } from './1795000000001-create-instance.js';
import { CreateUsers1795000000002 } from './1795000000002-create-users.js';
import { CreateRooms1795000000003 } from './1795000000003-create-rooms.js';
import { CreateMessages1795000000004 } from './1795000000004-create-messages.js';
import { SystemMessages1795000000005 } from './1795000000005-system-messages.js';
import { AddRoomMentions1795000000006 } from './1795000000006-add-room-mentions.js';
import { AddUnreadMark1795000000007 } from './1795000000007-add-unread-mark.js';
import { CreateInvites1795000000008 } from './1795000000008-create-invites.js';
import { RestrictPosting1795000000009 } from './1795000000009-restrict-posting.js';
import { CreateReceiptMoves1795000000010 } from './1795000000010-create-receipt-moves.js';
import { CreateSearch1795000000011 } from './1795000000011-create-search.js';
import { MessageActions1795000000012 } from './1795000000012-message-actions.js';
import { CreateJobs1795000000013 } from './1795000000013-create-jobs.js';
import { CreateOneTimeTokens1795000000014 } from './1795000000014-create-one-time-tokens.js';
import { OrderPassages1795000000015 } from './1795000000015-order-passages.js';
import { CreatePosts1795000000030 } from './1795000000030-create-posts.js';
import { CreatePersonalTokens1795000000031 } from './1795000000031-create-personal-tokens.js';
import { AddRoomPictures1795000000032 } from './1795000000032-add-room-pictures.js';
import { CreateComments1795000000040 } from './1795000000040-create-comments.js';
import { CreateTwoFactor1795000000041 } from './1795000000041-create-two-factor.js';
import { IndexSessionPrograms1795000000042 } from './1795000000042-index-session-programs.js';
import { CreateOidcIdentities1795000000043 } from './1795000000043-create-oidc-identities.js';
import { CreatePasskeys1795000000044 } from './1795000000044-create-passkeys.js';
import { ChangeEmails1795000000045 } from './1795000000045-change-emails.js';
import { CreateFiles1795000000060 } from './1795000000060-create-files.js';
import { CreateMessageFiles1795000000061 } from './1795000000061-create-message-files.js';
import { CreateStoredBytes1795000000062 } from './1795000000062-create-stored-bytes.js';
import { AddAvatars1795000000065 } from './1795000000065-add-avatars.js';
import { CreateBlocks1795000000066 } from './1795000000066-create-blocks.js';
import { CreateNotifications1795000000070 } from './1795000000070-create-notifications.js';
import { CreatePush1795000000071 } from './1795000000071-create-push.js';
import { WithoutDigests1795000000072 } from './1795000000072-without-digests.js';
import { KeepAvatars1795000000090 } from './1795000000090-keep-avatars.js';
import { IndexCommentAuthors1795000000067 } from './1795000000067-index-comment-authors.js';
import { PostFiles1795000000095 } from './1795000000095-post-files.js';
import { ForgetWords1795000000096 } from './1795000000096-forget-words.js';

/** In the order in which they run. */
export const migrations = [
  CreateInstance1795000000001,
  CreateUsers1795000000002,
  CreateRooms1795000000003,
  CreateMessages1795000000004,
  SystemMessages1795000000005,
  AddRoomMentions1795000000006,
  AddUnreadMark1795000000007,
  CreateInvites1795000000008,
  RestrictPosting1795000000009,
  CreateReceiptMoves1795000000010,
  CreateSearch1795000000011,
  MessageActions1795000000012,
  CreateJobs1795000000013,
  CreateOneTimeTokens1795000000014,
  OrderPassages1795000000015,
  CreatePosts1795000000030,
  CreatePersonalTokens1795000000031,
  AddRoomPictures1795000000032,
  CreateComments1795000000040,
  CreateTwoFactor1795000000041,
  IndexSessionPrograms1795000000042,
  CreateOidcIdentities1795000000043,
  CreatePasskeys1795000000044,
  ChangeEmails1795000000045,
  CreateFiles1795000000060,
  CreateMessageFiles1795000000061,
  CreateStoredBytes1795000000062,
  AddAvatars1795000000065,
  CreateBlocks1795000000066,
  IndexCommentAuthors1795000000067,
  CreateNotifications1795000000070,
  CreatePush1795000000071,
  WithoutDigests1795000000072,
  KeepAvatars1795000000090,
  PostFiles1795000000095,
  ForgetWords1795000000096,
];
