package org.whistle.chassis.photo;

import org.whistle.chassis.problem.ProblemCode;

/** Why a photo is refused. */
public enum PhotoProblem implements ProblemCode {
    PHOTO_EMPTY(400, "照片为空", "Empty photo", "请求体中没有照片。", "The body holds no photo."),
    PHOTO_DAMAGED(400, "照片损坏", "Damaged photo", "照片文件不完整或已损坏：{0}。", "The photo is incomplete or damaged: {0}."),
    PHOTO_TOO_LARGE(
            413, "照片过大", "Photo too large", "照片不能超过 10 MB、1 亿像素。", "A photo must not exceed 10 MB or 100 megapixels."),
    PHOTO_UNSUPPORTED(
            415,
            "不支持的照片格式",
            "Unsupported photo format",
            "只接受 JPEG、PNG 和 WebP，收到的内容是 {0}。",
            "Only JPEG, PNG and WebP are taken; the content is {0}."),
    PHOTO_QUOTA(
            429,
            "未使用的照片过多",
            "Too many unused photos",
            "您上传后未使用的照片已达 {0} 张，请先使用或等待清理。",
            "You have {0} uploaded photos that are not used yet; use them or wait until they are removed.");

    private final Wording wording;

    PhotoProblem(int status, String titleZh, String titleEn, String detailZh, String detailEn) {
        wording = new Wording(status, titleZh, titleEn, detailZh, detailEn);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
