import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { ConfirmationQuery } from '../http/input/confirmation.js';
import { Endpoint } from '../http/endpoint.js';
import { type CacheRule, type Purge, tags } from '../http/answer/freshness.js';
import { type Page, pageOf } from '../http/input/page.js';
import { Upstream } from '../http/upstream.decorator.js';
import {
  ChangeDepartmentBody,
  CreateDepartmentBody,
  Department,
  DepartmentParams,
  DepartmentTree,
  DepartmentTreeQuery,
  ListDepartmentsQuery,
  ReadDepartmentQuery,
} from './departments.dto.js';
import { readTree } from './departments.tree.js';
import {
  changeDepartment,
  createDepartment,
  deleteDepartment,
  listDepartments,
  readDepartment,
} from './departments.upstream.js';

const kept: CacheRule = { fresh: 60, stale: 600, staleOnError: 3600, tags: () => [tags.departments] };
/** A department comes and goes with its team space, whose name is its own. */
const changed: Purge = () => [tags.departments, tags.spaces, tags.access];

@ApiTags('departments')
@Controller('v1/departments')
export class DepartmentsController {
  @Get()
  @Endpoint({
    summary: 'List the departments of a level',
    description: 'The upstream gives a level whole: `limit` and `cursor` cut it here.',
    scope: 'departments:read',
    upstream: ['getDepartmentList'],
    answer: pageOf(Department),
    cache: kept,
  })
  list(@Upstream() koodrive: BoundClient, @Query() query: ListDepartmentsQuery): Promise<Page<Department>> {
    return listDepartments(koodrive, query);
  }

  @Get('tree')
  @Endpoint({
    summary: 'Read the whole tree of departments',
    description: 'One upstream call for each department, eight side by side; kept for a minute and longer.',
    scope: 'departments:read',
    upstream: ['getDepartmentList', 'getDepartment'],
    answer: DepartmentTree,
    cache: kept,
  })
  tree(@Upstream() koodrive: BoundClient, @Query() { root }: DepartmentTreeQuery): Promise<DepartmentTree> {
    return readTree(koodrive, root);
  }

  @Post()
  @Endpoint({
    summary: 'Make a department',
    description: 'A team space comes with it.',
    scope: 'admin:departments',
    upstream: ['createDepartment', 'getDepartment', 'getDepartmentList'],
    answer: Department,
    status: 201,
    purge: changed,
    audit: 'user-changed',
    location: ({ id }) => `/v1/departments/${String(id)}`,
  })
  create(@Upstream() koodrive: BoundClient, @Body() body: CreateDepartmentBody): Promise<Department> {
    return createDepartment(koodrive, body);
  }

  @Get(':departmentId')
  @Endpoint({
    summary: 'Read a department',
    scope: 'departments:read',
    upstream: ['getDepartment'],
    answer: Department,
    cache: kept,
  })
  read(
    @Upstream() koodrive: BoundClient,
    @Param() { departmentId }: DepartmentParams,
    @Query() _query: ReadDepartmentQuery,
  ): Promise<Department> {
    return readDepartment(koodrive, departmentId);
  }

  @Patch(':departmentId')
  @Endpoint({
    summary: 'Rename or move a department',
    scope: 'admin:departments',
    upstream: ['updateDepartment', 'getDepartment'],
    answer: Department,
    purge: changed,
    audit: 'user-changed',
  })
  change(
    @Upstream() koodrive: BoundClient,
    @Param() { departmentId }: DepartmentParams,
    @Body() body: ChangeDepartmentBody,
  ): Promise<Department> {
    return changeDepartment(koodrive, departmentId, body);
  }

  @Delete(':departmentId')
  @Endpoint({
    summary: 'Delete a department',
    description: 'Its team space goes with it, and all files in there.',
    scope: 'admin:departments',
    upstream: ['deleteDepartment'],
    status: 204,
    purge: changed,
    audit: 'user-changed',
  })
  delete(
    @Upstream() koodrive: BoundClient,
    @Param() { departmentId }: DepartmentParams,
    @Query() confirmation: ConfirmationQuery,
  ): Promise<void> {
    return deleteDepartment(koodrive, departmentId, confirmation);
  }
}
