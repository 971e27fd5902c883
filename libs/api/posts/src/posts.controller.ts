import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  HttpStatus,
  Param,
  Patch,
  Put,
  Post as HttpPost,
  Res,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '@parley/api-core';
import { CreatePost, Post, PostEdits, PostPath, PostReactionPath, UpdatePost } from '@parley/contracts';
import type { FastifyReply } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { PostsService } from './posts.service.js';
import { PublishingService } from './publishing.service.js';
import { PostReactionsService } from './reactions/post-reactions.service.js';

@Controller('posts')
export class PostsController {
  constructor(
    private readonly posts: PostsService,
    private readonly publishing: PublishingService,
    private readonly reactions: PostReactionsService,
  ) {}

  /** Publishes a post. Repeated with the same id and content it answers 200 and the same post. */
  @HttpPost()
  @ApiOkResponse({ type: Post, description: 'Repeated: the same post' })
  @ApiCreatedResponse({ type: Post })
  async create(
    @Body() { id = uuidv7(), ...wish }: CreatePost,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Post> {
    const { post, isNew } = await this.publishing.publish({ id, ...wish }, actor);
    void reply.status(isNew ? HttpStatus.CREATED : HttpStatus.OK);
    return post;
  }

  /** One post. What is only for followers of its author is not found by anybody else. */
  @Get(':id')
  get(@Param() { id }: PostPath, @CurrentActor() actor: Actor): Promise<Post> {
    return this.posts.get(id, actor);
  }

  /** Changes the words of one's own post, or who may comment on it and how often. */
  @Patch(':id')
  update(@Param() { id }: PostPath, @Body() wish: UpdatePost, @CurrentActor() actor: Actor): Promise<Post> {
    return this.posts.update(id, wish, actor);
  }

  /** Deletes one's own post, with its comments. */
  @Delete(':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  delete(@Param() { id }: PostPath, @CurrentActor() actor: Actor): Promise<void> {
    return this.posts.delete(id, actor);
  }

  /** What a post said before it was edited. */
  @Get(':id/edits')
  edits(@Param() { id }: PostPath, @CurrentActor() actor: Actor): Promise<PostEdits> {
    return this.posts.edits(id, actor);
  }

  /** Reacts to a post with an emoji, once however often it is sent. At most 100 different ones a post. */
  @Put(':id/reactions/:emoji')
  react(@Param() { id, emoji }: PostReactionPath, @CurrentActor() actor: Actor): Promise<Post> {
    return this.reactions.add(id, emoji, actor);
  }

  /** Takes one's own reaction back. */
  @Delete(':id/reactions/:emoji')
  takeBack(@Param() { id, emoji }: PostReactionPath, @CurrentActor() actor: Actor): Promise<Post> {
    return this.reactions.remove(id, emoji, actor);
  }
}
