#include "cpostgres.h"

#include <dlfcn.h>
#include <pthread.h>

typedef sen_pq_connection C;
typedef sen_pq_result R;

// One line a function of libpq: its result, its name, its parameters.
#define LIBPQ(F)                                                                                                     \
    F(C *, PQconnectdbParams, (const char *const *, const char *const *, int))                                       \
    F(void, PQfinish, (C *))                                                                                         \
    F(int, PQstatus, (const C *))                                                                                    \
    F(int, PQserverVersion, (const C *))                                                                             \
    F(char *, PQerrorMessage, (const C *))                                                                           \
    F(R *, PQexec, (C *, const char *))                                                                              \
    F(R *, PQgetResult, (C *))                                                                                       \
    F(void, PQclear, (R *))                                                                                          \
    F(int, PQresultStatus, (const R *))                                                                              \
    F(char *, PQresultErrorField, (const R *, int))                                                                  \
    F(int, PQntuples, (const R *))                                                                                   \
    F(int, PQnfields, (const R *))                                                                                   \
    F(sen_pq_oid, PQftype, (const R *, int))                                                                         \
    F(int, PQgetisnull, (const R *, int, int))                                                                       \
    F(int, PQgetlength, (const R *, int, int))                                                                       \
    F(char *, PQgetvalue, (const R *, int, int))                                                                     \
    F(char *, PQcmdTuples, (R *))                                                                                    \
    F(char *, PQcmdStatus, (R *))                                                                                    \
    F(int, PQnparams, (const R *))                                                                                   \
    F(sen_pq_oid, PQparamtype, (const R *, int))                                                                     \
    F(int, PQenterPipelineMode, (C *))                                                                               \
    F(int, PQexitPipelineMode, (C *))                                                                                \
    F(int, PQpipelineSync, (C *))                                                                                    \
    F(int, PQsendQueryParams,                                                                                        \
      (C *, const char *, int, const sen_pq_oid *, const char *const *, const int *, const int *, int))              \
    F(int, PQsendPrepare, (C *, const char *, const char *, int, const sen_pq_oid *))                                \
    F(int, PQsendDescribePrepared, (C *, const char *))                                                              \
    F(int, PQsendQueryPrepared,                                                                                      \
      (C *, const char *, int, const char *const *, const int *, const int *, int))                                  \
    F(int, PQputCopyData, (C *, const char *, int))                                                                  \
    F(int, PQputCopyEnd, (C *, const char *))                                                                        \
    F(int, PQconsumeInput, (C *))                                                                                    \
    F(void *, PQsetNoticeProcessor, (C *, void (*)(void *, const char *), void *))

#define POINTER(result, name, parameters) static result(*name) parameters;
LIBPQ(POINTER)

static pthread_once_t once = PTHREAD_ONCE_INIT;
static const char *failure;

static void load(void) {
    void *library = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        failure = dlerror();
        if (!failure) failure = "libpq.so.5 cannot be opened";
        return;
    }
#define RESOLVE(result, name, parameters)                                                                            \
    *(void **)&name = dlsym(library, #name);                                                                         \
    if (!name) failure = "libpq.so.5 is older than version 14: it has no " #name;
    LIBPQ(RESOLVE)
}

const char *sen_pq_load(void) {
    pthread_once(&once, load);
    return failure;
}

// The server's remarks ("relation exists, skipping") are nothing that a person has to see.
static void ignore(void *nothing, const char *remark) {
    (void)nothing;
    (void)remark;
}

C *sen_pq_connect(const char *const *keywords, const char *const *values) {
    C *connection = PQconnectdbParams(keywords, values, 1);
    if (connection) PQsetNoticeProcessor(connection, ignore, NULL);
    return connection;
}

void sen_pq_finish(C *connection) { PQfinish(connection); }
int sen_pq_status(const C *connection) { return PQstatus(connection); }
int sen_pq_server_version(const C *connection) { return PQserverVersion(connection); }
const char *sen_pq_error(const C *connection) { return PQerrorMessage(connection); }

R *sen_pq_exec(C *connection, const char *sql) { return PQexec(connection, sql); }
R *sen_pq_get_result(C *connection) { return PQgetResult(connection); }
void sen_pq_clear(R *result) { PQclear(result); }
int sen_pq_result_status(const R *result) { return PQresultStatus(result); }
const char *sen_pq_error_field(const R *result, int field) { return PQresultErrorField(result, field); }
int sen_pq_row_count(const R *result) { return PQntuples(result); }
int sen_pq_column_count(const R *result) { return PQnfields(result); }
sen_pq_oid sen_pq_column_type(const R *result, int column) { return PQftype(result, column); }
int sen_pq_is_null(const R *result, int row, int column) { return PQgetisnull(result, row, column); }
int sen_pq_length(const R *result, int row, int column) { return PQgetlength(result, row, column); }
const char *sen_pq_value(const R *result, int row, int column) { return PQgetvalue(result, row, column); }
const char *sen_pq_changed(R *result) { return PQcmdTuples(result); }
const char *sen_pq_command(R *result) { return PQcmdStatus(result); }
int sen_pq_parameter_count(const R *result) { return PQnparams(result); }
sen_pq_oid sen_pq_parameter_type(const R *result, int parameter) { return PQparamtype(result, parameter); }

int sen_pq_enter_pipeline(C *connection) { return PQenterPipelineMode(connection); }
int sen_pq_exit_pipeline(C *connection) { return PQexitPipelineMode(connection); }
int sen_pq_sync(C *connection) { return PQpipelineSync(connection); }

int sen_pq_send_command(C *connection, const char *sql) {
    return PQsendQueryParams(connection, sql, 0, NULL, NULL, NULL, NULL, 1);
}

int sen_pq_send_prepare(C *connection, const char *name, const char *sql, int count, const sen_pq_oid *types) {
    return PQsendPrepare(connection, name, sql, count, types);
}

int sen_pq_send_describe(C *connection, const char *name) { return PQsendDescribePrepared(connection, name); }

int sen_pq_send_prepared(C *connection, const char *name, int count, const char *const *values, const int *lengths,
                         const int *formats) {
    return PQsendQueryPrepared(connection, name, count, values, lengths, formats, 1);
}

int sen_pq_put_copy(C *connection, const char *bytes, int count) { return PQputCopyData(connection, bytes, count); }
int sen_pq_end_copy(C *connection, const char *failed) { return PQputCopyEnd(connection, failed); }

int sen_pq_consume(C *connection) { return PQconsumeInput(connection); }
