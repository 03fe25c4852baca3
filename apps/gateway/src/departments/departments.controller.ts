import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BoundClient } from '#koodrive';
import { ConfirmationQuery } from '../http/input/confirmation.js';
import { Endpoint } from '../http/endpoint.js';
import { type CacheRule, type InvalidationRule, cacheTags } from '../http/response/cache-tags.js';
import { type Page, createPageClass } from '../http/input/page.js';
import { UpstreamClient } from '../http/upstream-client.decorator.js';
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
import { readDepartmentTree } from './departments.tree.js';
import {
  changeDepartment,
  createDepartment,
  deleteDepartment,
  listDepartments,
  readDepartment,
} from './departments.upstream.js';

const cacheRule: CacheRule = {
  maxAgeSeconds: 60,
  staleWhileRevalidateSeconds: 600,
  staleIfErrorSeconds: 3600,
  tags: () => [cacheTags.departments],
};
/** A department is created and deleted together with its team space, which has the name of the department. */
const invalidatesDepartments: InvalidationRule = () => [cacheTags.departments, cacheTags.spaces, cacheTags.access];

@ApiTags('departments')
@Controller('v1/departments')
export class DepartmentsController {
  @Get()
  @Endpoint({
    summary: 'List the departments of a level',
    description: 'The upstream returns a complete level. The gateway applies `limit` and `cursor`.',
    scope: 'departments:read',
    upstreamOperations: ['getDepartmentList'],
    response: createPageClass(Department),
    cache: cacheRule,
  })
  list(@UpstreamClient() koodrive: BoundClient, @Query() query: ListDepartmentsQuery): Promise<Page<Department>> {
    return listDepartments(koodrive, query);
  }

  @Get('tree')
  @Endpoint({
    summary: 'Read the tree of departments',
    description: 'Sends one upstream call for each department, eight at a time. Cached for a minute or longer.',
    scope: 'departments:read',
    upstreamOperations: ['getDepartmentList', 'getDepartment'],
    response: DepartmentTree,
    cache: cacheRule,
  })
  tree(@UpstreamClient() koodrive: BoundClient, @Query() { root }: DepartmentTreeQuery): Promise<DepartmentTree> {
    return readDepartmentTree(koodrive, root);
  }

  @Post()
  @Endpoint({
    summary: 'Create a department',
    description: 'Its team space is created with it.',
    scope: 'admin:departments',
    upstreamOperations: ['createDepartment', 'getDepartment', 'getDepartmentList'],
    response: Department,
    status: 201,
    invalidates: invalidatesDepartments,
    audit: 'user-changed',
    location: ({ id }) => `/v1/departments/${String(id)}`,
  })
  create(@UpstreamClient() koodrive: BoundClient, @Body() body: CreateDepartmentBody): Promise<Department> {
    return createDepartment(koodrive, body);
  }

  @Get(':departmentId')
  @Endpoint({
    summary: 'Read a department',
    scope: 'departments:read',
    upstreamOperations: ['getDepartment'],
    response: Department,
    cache: cacheRule,
  })
  read(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { departmentId }: DepartmentParams,
    @Query() _query: ReadDepartmentQuery,
  ): Promise<Department> {
    return readDepartment(koodrive, departmentId);
  }

  @Patch(':departmentId')
  @Endpoint({
    summary: 'Rename or move a department',
    scope: 'admin:departments',
    upstreamOperations: ['updateDepartment', 'getDepartment'],
    response: Department,
    invalidates: invalidatesDepartments,
    audit: 'user-changed',
  })
  change(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { departmentId }: DepartmentParams,
    @Body() body: ChangeDepartmentBody,
  ): Promise<Department> {
    return changeDepartment(koodrive, departmentId, body);
  }

  @Delete(':departmentId')
  @Endpoint({
    summary: 'Delete a department',
    description: 'Also deletes its team space with all files.',
    scope: 'admin:departments',
    upstreamOperations: ['deleteDepartment'],
    status: 204,
    invalidates: invalidatesDepartments,
    audit: 'user-changed',
  })
  delete(
    @UpstreamClient() koodrive: BoundClient,
    @Param() { departmentId }: DepartmentParams,
    @Query() confirmation: ConfirmationQuery,
  ): Promise<void> {
    return deleteDepartment(koodrive, departmentId, confirmation);
  }
}
