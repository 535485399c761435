// The part of libpq (PostgreSQL's client library, API version 15) that Sen uses, found at run time.
//
// libpq brings some 20 libraries with it, so a program that keeps its data in SQLite never loads it: sen_pq_load opens
// it when the first connection is wanted. The declarations follow libpq-fe.h, whose ABI is stable within libpq.so.5.
#ifndef SEN_CPOSTGRES_H
#define SEN_CPOSTGRES_H

#include <stddef.h>

typedef struct sen_pq_connection sen_pq_connection;
typedef struct sen_pq_result sen_pq_result;
typedef unsigned int sen_pq_oid;

enum {
    SEN_PQ_CONNECTION_OK = 0,

    SEN_PQ_EMPTY_QUERY = 0,
    SEN_PQ_COMMAND_OK = 1,
    SEN_PQ_TUPLES_OK = 2,
    SEN_PQ_COPY_OUT = 3,
    SEN_PQ_COPY_IN = 4,
    SEN_PQ_BAD_RESPONSE = 5,
    SEN_PQ_NONFATAL_ERROR = 6,
    SEN_PQ_FATAL_ERROR = 7,
    SEN_PQ_PIPELINE_SYNC = 10,
    SEN_PQ_PIPELINE_ABORTED = 11,

    SEN_PQ_FIELD_SQLSTATE = 'C',
    SEN_PQ_FIELD_MESSAGE = 'M',
    SEN_PQ_FIELD_DETAIL = 'D',
    SEN_PQ_FIELD_TABLE = 't',
    SEN_PQ_FIELD_COLUMN = 'c',
    SEN_PQ_FIELD_CONSTRAINT = 'n',
};

// Opens libpq once for the whole process; NULL when it is there, else the loader's words. Any thread may call it.
const char *sen_pq_load(void);

sen_pq_connection *sen_pq_connect(const char *const *keywords, const char *const *values);
void sen_pq_finish(sen_pq_connection *connection);
int sen_pq_status(const sen_pq_connection *connection);
int sen_pq_server_version(const sen_pq_connection *connection);
const char *sen_pq_error(const sen_pq_connection *connection);

// Results of statements; the caller clears them.
sen_pq_result *sen_pq_exec(sen_pq_connection *connection, const char *sql);
sen_pq_result *sen_pq_get_result(sen_pq_connection *connection);
void sen_pq_clear(sen_pq_result *result);
int sen_pq_result_status(const sen_pq_result *result);
const char *sen_pq_error_field(const sen_pq_result *result, int field);
int sen_pq_row_count(const sen_pq_result *result);
int sen_pq_column_count(const sen_pq_result *result);
sen_pq_oid sen_pq_column_type(const sen_pq_result *result, int column);
int sen_pq_is_null(const sen_pq_result *result, int row, int column);
int sen_pq_length(const sen_pq_result *result, int row, int column);
const char *sen_pq_value(const sen_pq_result *result, int row, int column);
const char *sen_pq_changed(sen_pq_result *result);
const char *sen_pq_command(sen_pq_result *result);
int sen_pq_parameter_count(const sen_pq_result *result);
sen_pq_oid sen_pq_parameter_type(const sen_pq_result *result, int parameter);

// Sending without waiting, in pipeline mode. Each returns 1, or 0 after a failure.
int sen_pq_enter_pipeline(sen_pq_connection *connection);
int sen_pq_exit_pipeline(sen_pq_connection *connection);
int sen_pq_sync(sen_pq_connection *connection);
int sen_pq_send_command(sen_pq_connection *connection, const char *sql);
int sen_pq_send_prepare(sen_pq_connection *connection, const char *name, const char *sql, int count,
                        const sen_pq_oid *types);
int sen_pq_send_describe(sen_pq_connection *connection, const char *name);
// Parameters and results are binary.
int sen_pq_send_prepared(sen_pq_connection *connection, const char *name, int count, const char *const *values,
                         const int *lengths, const int *formats);

// COPY. Each put returns 1, or -1 after a failure.
int sen_pq_put_copy(sen_pq_connection *connection, const char *bytes, int count);
int sen_pq_end_copy(sen_pq_connection *connection, const char *failure);

// Reads what has come without waiting for more; 0 when the connection is lost.
int sen_pq_consume(sen_pq_connection *connection);

#endif
