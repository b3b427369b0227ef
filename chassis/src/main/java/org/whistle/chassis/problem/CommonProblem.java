package org.whistle.chassis.problem;

/** The refusals every service shares. */
public enum CommonProblem implements ProblemCode {
    BAD_REQUEST(400, "请求有误", "Bad request", "请求无法理解。", "The request cannot be understood."),
    INVALID_FIELD(
            400,
            "字段有误",
            "Invalid field",
            "请求中有字段不符合要求，见 errors。",
            "Some fields of the request are not acceptable, see errors."),
    MALFORMED_JSON(
            400,
            "JSON 格式错误",
            "Malformed JSON",
            "请求体不是合法的 JSON：第 {0} 行第 {1} 列附近有误。",
            "The body is not valid JSON: look near line {0}, column {1}."),
    INVALID_CURSOR(
            400,
            "翻页游标无效",
            "Invalid cursor",
            "游标不是本列表给出的，请从第一页重新开始。",
            "The cursor was not given by this list; start again from the first page."),
    UNAUTHORIZED(
            401,
            "未登录或登录已失效",
            "Not signed in",
            "请提供有效的访问令牌：没有令牌，或令牌已过期、无法验证。",
            "Send a valid access token: there is none, or it has expired or cannot be verified."),
    FORBIDDEN(403, "没有权限", "Not allowed", "您的角色不能进行此操作。", "Your role does not allow this."),
    NOT_FOUND(404, "未找到", "Not found", "没有这一项，或您无权查看。", "There is no such thing, or it is not yours to see."),
    METHOD_NOT_ALLOWED(
            405, "方法不允许", "Method not allowed", "此地址不支持该 HTTP 方法。", "This address does not take this HTTP method."),
    NOT_ACCEPTABLE(
            406,
            "无法提供所需格式",
            "Not acceptable",
            "无法以 Accept 要求的格式回答。",
            "The answer is not available in the form that Accept asks for."),
    REQUEST_TIMEOUT(408, "请求超时", "Request timeout", "请求未能及时收完。", "The request did not arrive in time."),
    CONFLICT(409, "冲突", "Conflict", "请求与当前状态冲突。", "The request is in conflict with the present state."),
    STALE_VERSION(
            412,
            "版本已过时",
            "Stale version",
            "此项已被他人修改，请重新读取后再试。",
            "Somebody has changed this in the meantime; read it again and retry."),
    BODY_TOO_LARGE(413, "请求体过大", "Body too large", "请求体超过上限 {0}。", "The body is larger than the limit of {0}."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "不支持的内容类型",
            "Unsupported media type",
            "此地址不接受该 Content-Type。",
            "This address does not take this Content-Type."),
    DISTRICT_FAULTY(
            422,
            "区县数据有误",
            "Faulty district",
            "区县数据中有 {0} 处问题，未作任何改动，见 errors。",
            "The district's files have {0} problem(s), see errors; nothing was changed."),
    VERSION_REQUIRED(
            428,
            "缺少版本",
            "Version required",
            "修改须带 If-Match 请求头，其值为读取时得到的 ETag。",
            "A change needs the If-Match header with the ETag that was read."),
    TOO_MANY_REQUESTS(429, "请求过多", "Too many requests", "请求过多，请稍后再试。", "Too many requests; try again later."),
    INTERNAL_ERROR(500, "内部错误", "Internal error", "处理时出现意外错误，编号 {0}。", "Something unexpected went wrong, number {0}."),
    UNAVAILABLE(
            503,
            "服务暂不可用",
            "Temporarily unavailable",
            "系统暂时无法处理请求，请稍后重试。",
            "The request cannot be served right now; try again shortly.");

    private final Wording wording;

    CommonProblem(int status, String titleZh, String titleEn, String detailZh, String detailEn) {
        wording = new Wording(status, titleZh, titleEn, detailZh, detailEn);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
