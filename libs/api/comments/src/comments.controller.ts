import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  HttpStatus,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@parley/api-core';
import {
  Comment,
  CommentPage,
  CommentPath,
  CommentReactionPath,
  CreateComment,
  EditComment,
  PageQuery,
  PostChanges,
  PostChangesQuery,
  PostPath,
} from '@parley/contracts';
import type { FastifyReply } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { CommentHandlingService } from './comment-handling.service.js';
import { CommentingService } from './commenting.service.js';
import { CommentsService } from './comments.service.js';

@Controller()
export class CommentsController {
  constructor(
    private readonly comments: CommentsService,
    private readonly commenting: CommentingService,
    private readonly handling: CommentHandlingService,
  ) {}

  /** The comments of a post, the oldest first; a tombstone stands for one that was deleted. */
  @Get('posts/:id/comments')
  page(
    @Param() { id }: PostPath,
    @Query() query: PageQuery,
    @CurrentActor() actor: Actor,
  ): Promise<CommentPage> {
    return this.comments.page(id, query, actor);
  }

  /** The latest version of a post, and of those comments that changed after a change that the client has. */
  @Get('posts/:id/changes')
  changes(
    @Param() { id }: PostPath,
    @Query() query: PostChangesQuery,
    @CurrentActor() actor: Actor,
  ): Promise<PostChanges> {
    return this.comments.changes(id, query, actor);
  }

  /** Comments on a post. Repeated with the same id and content it answers 200 and the same comment. */
  @Post('posts/:id/comments')
  @ApiOkResponse({ type: Comment, description: 'Repeated: the same comment' })
  @ApiCreatedResponse({ type: Comment })
  async create(
    @Param() { id: postId }: PostPath,
    @Body() { id = uuidv7(), ...wish }: CreateComment,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Comment> {
    const { comment, isNew } = await this.commenting.comment({ id, postId, ...wish }, actor);
    void reply.status(isNew ? HttpStatus.CREATED : HttpStatus.OK);
    return comment;
  }

  /** Changes the words of one's own comment. */
  @Patch('comments/:id')
  edit(
    @Param() { id }: CommentPath,
    @Body() { body }: EditComment,
    @CurrentActor() actor: Actor,
  ): Promise<Comment> {
    return this.handling.edit(id, body, actor);
  }

  /** Deletes one's own comment, or any under one's own post; a tombstone stays in its place. */
  @Delete('comments/:id')
  @HttpCode(HttpStatus.NO_CONTENT)
  delete(@Param() { id }: CommentPath, @CurrentActor() actor: Actor): Promise<void> {
    return this.handling.delete(id, actor);
  }

  /** Reacts to a comment with an emoji, once however often it is sent. At most 100 different ones a comment. */
  @Put('comments/:id/reactions/:emoji')
  react(@Param() { id, emoji }: CommentReactionPath, @CurrentActor() actor: Actor): Promise<Comment> {
    return this.handling.react(id, emoji, actor);
  }

  /** Takes one's own reaction back. */
  @Delete('comments/:id/reactions/:emoji')
  takeBack(@Param() { id, emoji }: CommentReactionPath, @CurrentActor() actor: Actor): Promise<Comment> {
    return this.handling.takeBack(id, emoji, actor);
  }
}
